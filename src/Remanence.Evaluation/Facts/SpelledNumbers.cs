using System.Globalization;
using System.Text;

namespace Remanence.Evaluation.Facts;

/// <summary>Numbers below a thousand that are spelled out, in digits: "nineteen" and 三十二 are compared as 19 and 32.</summary>
internal static class SpelledNumbers
{
    private const string ChineseDigits = "零一二三四五六七八九";

    private static readonly string[] Units =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    public static string InDigits(string plain) => Chinese(English(plain));

    private static string English(string plain)
    {
        var words = new List<string>();
        var ten = false;
        foreach (var word in plain.Split(' '))
        {
            var unit = Array.IndexOf(Units, word);
            if (ten && unit is > 0 and < 10)
            {
                words[^1] = $"{words[^1][0]}{unit}";
                ten = false;
                continue;
            }

            var tens = Array.IndexOf(Tens, word);
            ten = tens >= 0;
            words.Add(ten ? ((tens + 2) * 10).ToString(CultureInfo.InvariantCulture) : unit >= 0 ? unit.ToString(CultureInfo.InvariantCulture) : word);
        }

        return string.Join(' ', words);
    }

    private static string Chinese(string plain)
    {
        var text = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length;)
        {
            var (sum, last, length) = (0, -1, 0);
            for (; i + length < plain.Length && Part(plain[i + length]) is { } part; length++)
            {
                (sum, last) = part >= 10 ? (sum + ((last < 0 ? 1 : last) * part), 0) : (sum, part);
            }

            text.Append(length > 0 ? (sum + Math.Max(0, last)).ToString(CultureInfo.InvariantCulture) : plain[i].ToString());
            i += Math.Max(1, length);
        }

        return text.ToString();
    }

    private static int? Part(char c) => c switch
    {
        '十' => 10,
        '百' => 100,
        '两' => 2,
        _ => ChineseDigits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? digit : null,
    };
}
