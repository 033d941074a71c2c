using System.Globalization;
using System.Text;
using Remanence.Text.Folding;

namespace Remanence.PersonalMemory.Facts;

/// <summary>
/// Texts as they are compared: without case, marks, width, and what stands between words. However a character is written, composed or not, full or half, it is
/// one; no ICU is needed for that.
/// </summary>
internal static class FactText
{
    private const int MostLetters = 3;

    // One character that writes two or three letters: "ﬀ" as in "coﬀee".
    private const char FirstLigature = '\uFB00';
    private const char LastLigature = '\uFB06';
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    public static string Normal(string text)
    {
        var normal = new StringBuilder(text.Length);
        Span<char> letters = stackalloc char[MostLetters];
        var gap = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = Half(text[i]);

            // A mark vanishes with the accent that it writes, and so does what is not seen; neither parts a word.
            if (IsMark(c))
            {
                continue;
            }

            // "C", "C++" and "C#" are three.
            var isSign = c is '+' or '#' && !gap && normal.Length > 0 && !char.IsWhiteSpace(text[i - 1]);
            if (!isSign && !char.IsLetterOrDigit(c) && !char.IsSurrogate(c))
            {
                gap = normal.Length > 0;
                continue;
            }

            if (gap && !IsIdeograph(c) && !IsIdeograph(normal[^1]))
            {
                normal.Append(' ');
            }

            gap = false;
            if (c is >= FirstLigature and <= LastLigature)
            {
                normal.Append(Ligatures[c - FirstLigature]);
            }
            else if (CharacterFolding.TryDecomposeHangul(c, letters, out var count))
            {
                normal.Append(letters[..count]);
            }
            else if (isSign)
            {
                normal.Append(c);
            }
            else if (CharacterFolding.Fold(c) is not '\0' and var folded)
            {
                normal.Append(folded);
            }
        }

        return normal.ToString();
    }

    private static bool IsMark(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.Format;

    private static char Half(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c is '\u3000' ? ' ' : c;

    private static bool IsIdeograph(char c) => Rune.TryCreate(c, out var rune) && CharacterFolding.IsIdeograph(rune);
}
