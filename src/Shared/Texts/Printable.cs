using System.Globalization;
using System.Text;

namespace Remanence.Diagnostics;

// Values in messages: short, on one line, and without characters that change how a terminal or a log shows the rest.
internal static class Printable
{
    private const int MaxShown = 60;
    private const int MaxLine = 300;

    public static string Show(string value) => "\"" + Clean(value, MaxShown) + "\"";

    public static string Line(string value) => Clean(value, MaxLine);

    private static string Clean(string value, int max)
    {
        var builder = new StringBuilder(Math.Min(value.Length, max) + 8);
        foreach (var rune in value.EnumerateRunes())
        {
            if (builder.Length >= max)
            {
                return builder.Append('…').ToString();
            }

            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)
            {
                builder.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            }
            else
            {
                builder.Append(rune.ToString());
            }
        }

        return builder.ToString();
    }
}
