using System.Globalization;
using System.Text;

namespace Remanence.Text.Folding;

/// <summary>
/// What the tokenizers agree on about single characters: which separate, which are dropped, and what a character is without case and marks.
/// </summary>
public static class CharacterFolding
{
    private const int HangulFirst = 0xAC00;
    private const int HangulLast = 0xD7A3;
    private const char Dropped = '\0';
    private static readonly char[] Folded = BuildTable();

    /// <summary>The character in lower case and without diacritics; 0 when it vanishes (marks, controls); a surrogate stays.</summary>
    public static char Fold(char c) => Folded[c];

    /// <summary>A Chinese character, or a mark that stands for one.</summary>
    public static bool IsIdeograph(Rune rune) => rune.Value switch
    {
        0x3005 or 0x3007 => true,
        >= 0x3400 and <= 0x4DBF => true,
        >= 0x4E00 and <= 0x9FFF => true,
        >= 0xF900 and <= 0xFAFF => true,
        >= 0x20000 and <= 0x2FA1F => true,
        >= 0x30000 and <= 0x323AF => true,
        _ => false,
    };

    /// <summary>Scripts written without spaces between words, besides the ideographs: kana and Hangul syllables.</summary>
    public static bool IsKanaOrHangul(Rune rune) => rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= HangulFirst and <= HangulLast);

    /// <summary>A space or a separator of lines or paragraphs; control characters are none.</summary>
    public static bool IsSpace(UnicodeCategory category) =>
        category is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Punctuation or a symbol.</summary>
    public static bool IsMark(UnicodeCategory category) =>
        category is >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherSymbol;

    /// <summary>Hangul syllables as the letters that they are composed of (Unicode Standard, section 3.12); 2 or 3 characters.</summary>
    public static bool TryDecomposeHangul(char c, Span<char> letters, out int count)
    {
        count = 0;
        if (c is < (char)HangulFirst or > (char)HangulLast)
        {
            return false;
        }

        var index = c - HangulFirst;
        letters[count++] = (char)(0x1100 + (index / 588));
        letters[count++] = (char)(0x1161 + (index % 588 / 28));
        if (index % 28 != 0)
        {
            letters[count++] = (char)(0x11A7 + (index % 28));
        }

        return true;
    }

    private static char[] BuildTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            var c = (char)i;
            table[i] = CharUnicodeInfo.GetUnicodeCategory(c) switch
            {
                UnicodeCategory.NonSpacingMark => Dropped,
                UnicodeCategory.Surrogate => c,
                UnicodeCategory.Control => c is >= '\t' and <= '\r' or '\u0085' ? ' ' : Dropped,
                UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse => Dropped,
                var category when IsSpace(category) => ' ',
                _ => char.ToLowerInvariant(c),
            };
        }

        for (var i = 0; i < DiacriticTable.Pairs.Length; i += 2)
        {
            table[DiacriticTable.Pairs[i]] = char.ToLowerInvariant(DiacriticTable.Pairs[i + 1]);
        }

        return table;
    }
}
