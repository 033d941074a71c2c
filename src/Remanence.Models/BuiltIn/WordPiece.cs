using System.Buffers;
using System.Globalization;
using System.Text;
using Remanence.Text.Folding;

namespace Remanence.Models.BuiltIn;

/// <summary>
/// Splits a text into the tokens of an <see cref="EmbeddingTable"/>: words by greedy longest match with <c>##</c> continuations (Wu et al. 2016,
/// "Google's Neural Machine Translation System", section 4.1), runs of ideographs by longest match of up to four. The reference is
/// <c>eng/embedder/tokenizer.py</c>. Thread-safe.
/// </summary>
internal sealed class WordPiece(EmbeddingTable table)
{
    private const int MaxWord = 100;
    private const int MaxRun = 4;

    /// <summary>Appends the tokens' rows in the order of the text.</summary>
    public void Tokenize(ReadOnlySpan<char> text, List<int> tokens)
    {
        // A word may grow by Hangul decomposition; two more characters hold the continuation mark.
        Span<char> word = stackalloc char[2 + (MaxWord * 3)];
        word[0] = word[1] = '#';
        var length = 0;
        var tooLong = false;
        var run = ArrayPool<char>.Shared.Rent(64);
        var runLength = 0;
        Span<char> letters = stackalloc char[3];
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text[i..], out var rune, out var consumed);
            i += consumed;
            if (CharacterFolding.IsIdeograph(rune))
            {
                EndWord(word, ref length, ref tooLong, tokens);
                Grow(ref run, runLength + 2);
                var folded = rune.IsBmp ? new Rune(CharacterFolding.Fold((char)rune.Value)) : rune;
                runLength += folded.EncodeToUtf16(run.AsSpan(runLength));
                continue;
            }

            var kind = Classify(rune, out var c);
            if (kind == Kind.Nothing)
            {
                continue;
            }

            EndRun(run, ref runLength, tokens);
            if (kind != Kind.Letter)
            {
                EndWord(word, ref length, ref tooLong, tokens);
                if (kind == Kind.Mark)
                {
                    AddMark(rune, tokens);
                }

                continue;
            }

            var part = letters[..1];
            if (rune.IsBmp && CharacterFolding.TryDecomposeHangul(c, letters, out var count))
            {
                part = letters[..count];
            }
            else if (rune.IsBmp)
            {
                letters[0] = c;
            }
            else
            {
                part = letters[..Rune.ToLowerInvariant(rune).EncodeToUtf16(letters)];
            }

            tooLong |= length + part.Length > MaxWord;
            if (!tooLong)
            {
                part.CopyTo(word[(2 + length)..]);
                length += part.Length;
            }
        }

        EndWord(word, ref length, ref tooLong, tokens);
        EndRun(run, ref runLength, tokens);
        ArrayPool<char>.Shared.Return(run);
    }

    private static Kind Classify(Rune rune, out char folded)
    {
        folded = '\0';
        if (rune.IsBmp)
        {
            folded = CharacterFolding.Fold((char)rune.Value);
            if (folded == '\0')
            {
                return Kind.Nothing;
            }

            if (folded == ' ')
            {
                return Kind.Space;
            }

            if (folded < 128)
            {
                return char.IsAsciiLetterOrDigit(folded) ? Kind.Letter : Kind.Mark;
            }
        }

        var category = Rune.GetUnicodeCategory(rune);
        return category switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => Kind.Nothing,
            _ when CharacterFolding.IsMark(category) => Kind.Mark,
            _ => Kind.Letter,
        };
    }

    private void AddMark(Rune rune, List<int> tokens)
    {
        Span<char> mark = stackalloc char[2];
        if (table.Tokens.TryGetValue(mark[..rune.EncodeToUtf16(mark)], out var token))
        {
            tokens.Add(token);
        }
    }

    private void EndWord(Span<char> word, ref int length, ref bool tooLong, List<int> tokens)
    {
        if (length > 0 && !tooLong)
        {
            AddPieces(word, length, tokens);
        }

        length = 0;
        tooLong = false;
    }

    private void AddPieces(Span<char> word, int length, List<int> tokens)
    {
        var before = tokens.Count;
        for (var start = 0; start < length;)
        {
            var end = length;
            var token = -1;
            for (; end > start && !TryPiece(word, start, end, out token); end--)
            {
            }

            if (end == start)
            {
                tokens.RemoveRange(before, tokens.Count - before);
                return;
            }

            tokens.Add(token);
            start = end;
        }
    }

    // Pieces after the first are looked up with the two characters before them overwritten by the continuation mark.
    private bool TryPiece(Span<char> word, int start, int end, out int token)
    {
        if (start == 0)
        {
            return table.Tokens.TryGetValue(word[2..(2 + end)], out token);
        }

        var piece = word[start..(2 + end)];
        var (first, second) = (piece[0], piece[1]);
        piece[0] = piece[1] = '#';
        var found = table.Tokens.TryGetValue(piece, out token);
        (piece[0], piece[1]) = (first, second);
        return found;
    }

    private void EndRun(char[] run, ref int length, List<int> tokens)
    {
        for (var start = 0; start < length;)
        {
            var end = Advance(run, start, length, MaxRun);
            var token = -1;
            var first = Advance(run, start, length, 1);
            for (var size = MaxRun; end > start && !table.Tokens.TryGetValue(run.AsSpan(start, end - start), out token); size--)
            {
                end = size > 1 ? Advance(run, start, length, size - 1) : start;
            }

            if (end > start)
            {
                tokens.Add(token);
                start = end;
            }
            else
            {
                start = first;
            }
        }

        length = 0;
    }

    private static int Advance(char[] run, int start, int length, int ideographs)
    {
        var end = start;
        for (; ideographs > 0 && end < length; ideographs--)
        {
            end += char.IsHighSurrogate(run[end]) && end + 1 < length ? 2 : 1;
        }

        return end;
    }

    private static void Grow(ref char[] run, int needed)
    {
        if (needed <= run.Length)
        {
            return;
        }

        var larger = ArrayPool<char>.Shared.Rent(run.Length * 2);
        run.CopyTo(larger, 0);
        ArrayPool<char>.Shared.Return(run);
        run = larger;
    }

    private enum Kind
    {
        Nothing,
        Space,
        Mark,
        Letter,
    }
}
