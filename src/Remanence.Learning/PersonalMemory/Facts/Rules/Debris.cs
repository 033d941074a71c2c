using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules;

/// <summary>
/// Remains of markup by which a text was to break out of where it is quoted: what stands behind them on the line is no statement, and they are part of no
/// value.
/// </summary>
internal static partial class Debris
{
    public static string Without(string text) => Remains().Replace(text, string.Empty);

    // "C<T>", "<3" and a mail address in brackets are none.
    [GeneratedRegex(
        """
        [\x20\t]*(
            ["'“”]?\s*(\]\]|\[\[|\}\}|\{\{|\}\]|\]\}|<\||\|>|-->|<!--|\$\{|%\}|\{%)
            |["'“”]?\s*</?(?![\w.+-]+@)[a-z][\w:-]*(\s[^<>\n]*)?/?(>|$)
            |["'“”]\s*/?>
            |\[/?(inst|system|assistant|user|end)[^\]\n]{0,20}\]
        )[^\n]*
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, FactRules.LongestMatch)]
    private static partial Regex Remains();
}
