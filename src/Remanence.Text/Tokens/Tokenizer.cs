using System.Globalization;
using System.Text;
using Remanence.Text.Folding;

namespace Remanence.Text.Tokens;

/// <summary>
/// Splits any text into terms: letters and digits of every script, without case and diacritics, English words stemmed; Chinese, Japanese and
/// Korean as overlapping pairs of characters (single ones where they stand alone). Every text is valid. Thread-safe.
/// </summary>
public static class Tokenizer
{
    // Longer runs of letters are not words; they are indexed by their beginning.
    private const int MaxTerm = 64;

    /// <summary>Hands each term of a text to the sink, in order.</summary>
    public static void Tokenize(ReadOnlySpan<char> text, TermSink sink)
    {
        Span<char> word = stackalloc char[MaxTerm + 2];
        var length = 0;
        Span<char> pair = stackalloc char[4];
        var firstLength = 0;
        var paired = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var folded = CharacterFolding.Fold(c);
            if (char.IsAsciiLetterOrDigit(folded))
            {
                EndPair(pair, ref firstLength, ref paired, sink);
                Append(word, ref length, folded);
                continue;
            }

            if (folded == '\0' || IsApostrophe(text, i, length))
            {
                // "don't" and "Caroline's" stay one word; the possessive goes with the stem below.
                if (folded != '\0')
                {
                    Append(word, ref length, '\'');
                }

                continue;
            }

            if (folded < 128 || folded == ' ')
            {
                EndWord(word, ref length, sink);
                EndPair(pair, ref firstLength, ref paired, sink);
                continue;
            }

            Rune.DecodeFromUtf16(text[i..], out var rune, out var consumed);
            i += consumed - 1;
            var isIdeograph = CharacterFolding.IsIdeograph(rune);
            if (isIdeograph || CharacterFolding.IsKanaOrHangul(rune))
            {
                EndWord(word, ref length, sink);
                AddToPair(pair, ref firstLength, ref paired, rune.IsBmp ? new Rune(folded) : rune, sink);
            }
            else if (IsWordCharacter(Rune.GetUnicodeCategory(rune)))
            {
                EndPair(pair, ref firstLength, ref paired, sink);
                AppendRune(word, ref length, rune.IsBmp ? new Rune(folded) : Rune.ToLowerInvariant(rune));
            }
            else
            {
                EndWord(word, ref length, sink);
                EndPair(pair, ref firstLength, ref paired, sink);
            }
        }

        EndWord(word, ref length, sink);
        EndPair(pair, ref firstLength, ref paired, sink);
    }

    private static bool IsWordCharacter(UnicodeCategory category) =>
        category is <= UnicodeCategory.OtherLetter or UnicodeCategory.SpacingCombiningMark or (>= UnicodeCategory.DecimalDigitNumber and <= UnicodeCategory.OtherNumber);

    private static bool IsApostrophe(ReadOnlySpan<char> text, int at, int length) =>
        text[at] is '\'' or '’' && length > 0 && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static void Append(Span<char> word, ref int length, char c)
    {
        if (length < MaxTerm)
        {
            word[length++] = c;
        }
    }

    private static void AppendRune(Span<char> word, ref int length, Rune rune)
    {
        if (length + rune.Utf16SequenceLength <= MaxTerm)
        {
            length += rune.EncodeToUtf16(word[length..]);
        }
    }

    private static void EndWord(Span<char> word, ref int length, TermSink sink)
    {
        if (length == 0)
        {
            return;
        }

        var end = length;
        length = 0;
        if (end > 2 && word[end - 2] == '\'' && word[end - 1] == 's')
        {
            end -= 2;
        }

        var stemmed = Ascii.IsValid(word[..end]) && !word[..end].ContainsAnyInRange('0', '9') ? EnglishStemmer.Stem(word, end) : end;
        sink(word[..stemmed]);
    }

    private static void AddToPair(Span<char> pair, ref int firstLength, ref bool paired, Rune rune, TermSink sink)
    {
        var secondLength = rune.EncodeToUtf16(pair[firstLength..]);
        if (firstLength > 0)
        {
            sink(pair[..(firstLength + secondLength)]);
            paired = true;
            pair.Slice(firstLength, secondLength).CopyTo(pair);
        }

        firstLength = secondLength;
    }

    private static void EndPair(Span<char> pair, ref int firstLength, ref bool paired, TermSink sink)
    {
        if (firstLength > 0 && !paired)
        {
            sink(pair[..firstLength]);
        }

        firstLength = 0;
        paired = false;
    }
}
