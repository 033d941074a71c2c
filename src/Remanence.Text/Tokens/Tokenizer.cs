using System.Globalization;
using System.Text;
using Remanence.Text.Folding;

namespace Remanence.Text.Tokens;

/// <summary>
/// Splits any text into terms: letters and digits of every script, without case and diacritics, English words stemmed; scripts without spaces between words
/// (Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese and more) as overlapping pairs of characters and as single ones; emoji. What is written in full or
/// half width, as a ligature, or as a sign is read as the letters that it stands for. Every text is valid. Thread-safe.
/// </summary>
public static class Tokenizer
{
    /// <summary>Another number with each change of what terms a text gives: whoever keeps terms has to read its texts anew.</summary>
    public const int Version = 2;

    /// <summary>Hands each term of a text to the sink, in order.</summary>
    public static void Tokenize(ReadOnlySpan<char> text, TermSink sink)
    {
        var reader = new Reader(stackalloc char[WordBuffer.Room], stackalloc char[ClusterRun.Room], sink);
        for (var i = 0; i < text.Length;)
        {
            i += reader.Read(text, i);
        }

        reader.End();
    }

    private ref struct Reader(Span<char> letters, Span<char> clusters, TermSink sink)
    {
        private readonly TermSink _sink = sink;
        private WordBuffer _word = new(letters, sink);
        private ClusterRun _run = new(clusters, sink);

        /// <summary>Reads what begins here.</summary>
        /// <returns>How many characters that is.</returns>
        public int Read(ReadOnlySpan<char> text, int at)
        {
            var c = text[at];
            var kind = CharacterClasses.Of(c);
            switch (kind)
            {
                case CharacterClass.Apostrophe when _word.IsEmpty || at + 1 == text.Length || !char.IsLetter(text[at + 1]):
                    End();
                    return 1;
                case CharacterClass.Surrogate:
                    Rune.DecodeFromUtf16(text[at..], out var wide, out var length);
                    kind = CharacterClasses.OfWide(wide);
                    return kind == CharacterClass.Pictograph ? ReadPictograph(text, at) : Add(wide, kind, at, at + length);
                case CharacterClass.Pictograph:
                    return ReadPictograph(text, at);
                case CharacterClass.Keycap:
                    AddKeycap(text, at);
                    return 1;
                default:
                    return Add(c, kind, at, at + 1);
            }
        }

        public void End()
        {
            _word.End();
            _run.End();
        }

        private int Add(char c, CharacterClass kind, int start, int end)
        {
            switch (kind)
            {
                case CharacterClass.Ascii:
                    _run.End();
                    _word.Append(CharacterFolding.Fold(c), start, end);
                    break;
                case CharacterClass.Apostrophe:
                    // "don't" and "Caroline's" stay one word; the possessive goes with the stem.
                    _word.Append('\'', start, end);
                    break;
                case CharacterClass.Dropped:
                    _word.Cover(end);
                    break;
                case CharacterClass.Separator:
                    End();
                    break;
                case CharacterClass.Following or CharacterClass.Joiner:
                    _word.End();
                    _run.AddMark(c, kind == CharacterClass.Joiner, start, end);
                    break;
                default:
                    Add(new Rune(c), kind, start, end);
                    break;
            }

            return end - start;
        }

        private int Add(Rune rune, CharacterClass kind, int start, int end)
        {
            switch (kind)
            {
                case CharacterClass.Form:
                    AddForm(rune, start, end);
                    break;
                case CharacterClass.Word:
                    _run.End();
                    _word.Append(Folded(rune), start, end);
                    break;
                case CharacterClass.Cluster or CharacterClass.Leading:
                    _word.End();
                    _run.Add(Folded(rune), kind == CharacterClass.Leading, start, end);
                    break;
                case CharacterClass.Dropped:
                    _word.Cover(end);
                    break;
                default:
                    End();
                    break;
            }

            return end - start;
        }

        private void AddForm(Rune rune, int start, int end)
        {
            var isSign = Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.OtherNumber;
            if (isSign)
            {
                _word.EndPiece();
            }

            var form = CharacterForms.Of(rune)!;
            for (var i = 0; i < form.Length;)
            {
                Rune.DecodeFromUtf16(form.AsSpan(i), out var part, out var consumed);
                i += consumed;
                if (part.IsBmp)
                {
                    var c = (char)part.Value;
                    Add(c, CharacterClasses.Of(c), start, end);
                }
                else
                {
                    Add(part, CharacterClasses.OfWide(part), start, end);
                }
            }

            if (isSign)
            {
                _word.EndPiece();
            }
        }

        private int ReadPictograph(ReadOnlySpan<char> text, int at)
        {
            End();
            return Pictographs.Read(text, at, _sink);
        }

        // 1️⃣ is the word 1 as well.
        private void AddKeycap(ReadOnlySpan<char> text, int at)
        {
            End();
            var key = at > 0 && text[at - 1] == '\uFE0F' ? at - 2 : at - 1;
            if (key >= 0 && (char.IsAsciiDigit(text[key]) || text[key] is '#' or '*'))
            {
                _sink(new IndexTerm([text[key], '\u20E3'], IndexTermKind.Sign, key, at + 1));
            }
        }

        private static Rune Folded(Rune rune) => rune.IsBmp ? new Rune(CharacterFolding.Fold((char)rune.Value)) : Rune.ToLowerInvariant(rune);
    }
}
