using System.Globalization;
using System.Text;
using Remanence.Text.Folding;

namespace Remanence.Text.Tokens;

/// <summary>Which class each character is of; those of the basic plane in a table.</summary>
internal static class CharacterClasses
{
    private static readonly CharacterClass[] Table = [.. Enumerable.Range(0, char.MaxValue + 1).Select(value => Classify((char)value))];

    public static CharacterClass Of(char c) => Table[c];

    /// <summary>The class of a character outside the basic plane.</summary>
    public static CharacterClass OfWide(Rune rune) => rune.Value switch
    {
        _ when CharacterForms.Of(rune) is not null => CharacterClass.Form,
        _ when Pictographs.Contains(rune.Value) => CharacterClass.Pictograph,
        _ when IsUnspacedSyllable(rune) => CharacterClass.Cluster,
        _ => OfCategory(Rune.GetUnicodeCategory(rune)),
    };

    private static CharacterClass Classify(char c)
    {
        if (char.IsSurrogate(c))
        {
            return CharacterClass.Surrogate;
        }

        var rune = new Rune(c);
        return c switch
        {
            '\'' or '’' or '＇' => CharacterClass.Apostrophe,
            '\u20E3' => CharacterClass.Keycap,

            // The points between a word's syllables in Tibetan; words are runs of syllables.
            '\u0F0B' or '\u0F0C' => CharacterClass.Dropped,
            _ when CharacterForms.Of(rune) is not null => CharacterClass.Form,
            _ when Pictographs.Contains(c) => CharacterClass.Pictograph,
            _ when CharacterFolding.Fold(c) != '\0' && IsUnspacedSyllable(rune) => CharacterClass.Cluster,
            _ when IsUnspacedScript(c) => OfUnspaced(c),
            _ => OfFolded(CharacterFolding.Fold(c), c),
        };
    }

    private static CharacterClass OfFolded(char folded, char c) => folded switch
    {
        '\0' => CharacterClass.Dropped,
        _ when char.IsAsciiLetterOrDigit(folded) => CharacterClass.Ascii,
        < (char)128 => CharacterClass.Separator,
        _ => OfCategory(CharUnicodeInfo.GetUnicodeCategory(c)),
    };

    private static CharacterClass OfCategory(UnicodeCategory category) => category switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.Format => CharacterClass.Dropped,
        <= UnicodeCategory.OtherLetter or UnicodeCategory.SpacingCombiningMark => CharacterClass.Word,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharacterClass.Word,
        _ => CharacterClass.Separator,
    };

    // Scripts in which each character is a word or a syllable.
    private static bool IsUnspacedSyllable(Rune rune) => CharacterFolding.IsIdeograph(rune) || CharacterFolding.IsKanaOrHangul(rune) || rune.Value switch
    {
        >= 0x1100 and <= 0x11FF => true, // Hangul letters, composed to syllables
        >= 0x3105 and <= 0x312F => true, // Bopomofo
        >= 0xA000 and <= 0xA48C => true, // Yi
        >= 0xA500 and <= 0xA60B => true, // Vai
        >= 0x17000 and <= 0x18CFF => true, // Tangut
        >= 0x1B000 and <= 0x1B2FB => true, // more kana, Nüshu
        _ => false,
    };

    // Scripts of South East Asia and Tibet, whose marks are vowels, tones and consonants: without them words are no longer the same.
    private static bool IsUnspacedScript(char c) => c is
        (>= '\u0E00' and <= '\u109F') // Thai, Lao, Tibetan, Burmese
        or (>= '\u1780' and <= '\u17FF') // Khmer
        or (>= '\u1950' and <= '\u19DF') // Tai Le, New Tai Lue
        or (>= '\u1A00' and <= '\u1AAF') // Buginese, Tai Tham
        or (>= '\u1B00' and <= '\u1B7F') // Balinese
        or (>= '\u1BC0' and <= '\u1BFF') // Batak
        or (>= '\uA930' and <= '\uA95F') // Rejang
        or (>= '\uA980' and <= '\uA9FF') // Javanese, more Burmese
        or (>= '\uAA00' and <= '\uAADF'); // Cham, more Burmese, Tai Viet

    private static CharacterClass OfUnspaced(char c) => c switch
    {
        (>= '\u0E40' and <= '\u0E44') or (>= '\u0EC0' and <= '\u0EC4') or (>= '\u19B5' and <= '\u19B7') or '\u19BA' => CharacterClass.Leading,
        '\uAAB5' or '\uAAB6' or '\uAAB9' or '\uAABB' or '\uAABC' => CharacterClass.Leading,
        '\u0E30' or '\u0E32' or '\u0E45' or '\u0EB0' or '\u0EB2' => CharacterClass.Following,
        (>= '\u1963' and <= '\u1974') or (>= '\u19B0' and <= '\u19C9') or '\uAAB1' or '\uAABA' or '\uAABD' or '\uAAC0' or '\uAAC2' => CharacterClass.Following,
        '\u1039' or '\u17D2' or '\u1A60' => CharacterClass.Joiner,
        _ => CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => CharacterClass.Following,
            <= UnicodeCategory.OtherLetter => CharacterClass.Cluster,
            _ => OfFolded(CharacterFolding.Fold(c), c),
        },
    };
}
