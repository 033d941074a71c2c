using System.Globalization;

namespace Remanence.PersonalMemory.Facts.Rules.English;

/// <summary>Numbers below a hundred that are spelled out.</summary>
internal static class EnglishNumber
{
    /// <summary>As a piece of a pattern.</summary>
    public const string Spelled =
        "(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)([ "
        + "-](one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";

    private static readonly string[] Units =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>"forty-two" and "42" as "42"; null: no number.</summary>
    public static string? InDigits(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
        {
            return digits is > 0 and < 125 ? text : null;
        }

        var words = text.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        var tens = Array.IndexOf(Tens, words[0]);
        var unit = Array.IndexOf(Units, words[^1]);
        var value = tens < 0 ? unit : ((tens + 2) * 10) + (words.Length > 1 ? Math.Max(unit, 0) : 0);
        return value > 0 ? value.ToString(CultureInfo.InvariantCulture) : null;
    }
}
