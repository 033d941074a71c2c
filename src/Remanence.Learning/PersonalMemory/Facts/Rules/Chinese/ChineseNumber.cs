using System.Globalization;
using System.Text.RegularExpressions;

namespace Remanence.PersonalMemory.Facts.Rules.Chinese;

/// <summary>Numbers below a thousand in Chinese characters, in digits.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";
    private static readonly Regex Characters = ChineseRule.Pattern("[零〇一二三四五六七八九十百两]{1,6}");

    /// <summary>"三十四" and "34" as "34"; what else stands in the text stays.</summary>
    public static string InDigits(string text) => Characters.Replace(text, match => Value(match.Value).ToString(CultureInfo.InvariantCulture));

    private static int Value(string characters)
    {
        var (total, digit) = (0, 0);
        foreach (var c in characters)
        {
            switch (c)
            {
                case '百':
                    (total, digit) = (total + (Math.Max(digit, 1) * 100), 0);
                    break;
                case '十':
                    (total, digit) = (total + (Math.Max(digit, 1) * 10), 0);
                    break;
                default:
                    digit = (digit * 10) + (c == '两' ? 2 : Math.Max(Digits.IndexOf(c, StringComparison.Ordinal), 0));
                    break;
            }
        }

        return total + digit;
    }
}
