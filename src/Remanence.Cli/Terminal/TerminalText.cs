using System.Globalization;
using System.Text;

namespace Remanence.Cli.Terminal;

/// <summary>Memory text on a terminal: what others wrote must not move the cursor, recolour the screen or turn the line around.</summary>
internal static class TerminalText
{
    /// <summary>The text with line ends and tabs kept, and every other control or format character shown as U+FFFD.</summary>
    public static string Block(string text) => Clean(text.ReplaceLineEndings("\n"), keepLines: true);

    /// <summary>The text in one line.</summary>
    public static string Line(string text) => Clean(text.ReplaceLineEndings(" "), keepLines: false);

    /// <summary>The text in one line, cut to so many characters.</summary>
    public static string Line(string text, int length)
    {
        var line = Line(text);
        if (line.Length <= length)
        {
            return line;
        }

        var end = char.IsHighSurrogate(line[length - 2]) ? length - 2 : length - 1;
        return string.Concat(line.AsSpan(0, end), "…");
    }

    private static string Clean(string text, bool keepLines)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                clean.Append(keepLines ? '\n' : ' ');
            }
            else if (rune.Value == '\t')
            {
                clean.Append(' ');
            }
            else
            {
                clean.Append(IsHarmless(rune) ? rune.ToString() : "\uFFFD");
            }
        }

        return clean.ToString();
    }

    // Joiners shape emoji and several scripts; every other format character is invisible or turns text around.
    private static bool IsHarmless(Rune rune) =>
        rune.Value is 0x200C or 0x200D || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format);
}
