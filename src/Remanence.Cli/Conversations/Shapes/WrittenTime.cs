using System.Globalization;
using System.Text.RegularExpressions;

namespace Remanence.Cli.Conversations.Shapes;

/// <summary>A date and time of day as a telephone of some country writes it before a message: which number is the day shows in the whole file only.</summary>
/// <param name="First">The first number of the date.</param>
/// <param name="Second">The second.</param>
/// <param name="Third">The third.</param>
/// <param name="TimeOfDay">The time.</param>
/// <param name="LooksAmerican">Whether it is written as in the United States: slashes, no leading zeros, twelve hours in capitals.</param>
internal sealed partial record WrittenTime(int First, int Second, int Third, TimeSpan TimeOfDay, bool LooksAmerican)
{
    private const string Clock = @"(?<hour>\d{1,2})[:.](?<minute>\d{2})([:.](?<second>\d{2}))?";

    private static readonly string[] Afternoon =
        ["pm", "下午", "晚上", "오후", "午後", "nachm", "μμ", "мп", "م", "ch", "ös", "ptg", "em", "ip", "du", "odp", "rt"];

    private static readonly string[] Morning =
        ["am", "上午", "凌晨", "早上", "오전", "午前", "vorm", "πμ", "дп", "ص", "sa", "öö", "pg", "fm", "ap", "de", "dop"];

    /// <summary>Reads a line's beginning; null: it begins otherwise. The rest is the line's own text, marks and all.</summary>
    public static (WrittenTime Time, string Words)? Read(string line)
    {
        var text = line.TrimStart('\u200E', '\u200F', '\u202A', '\u202B', '\uFEFF', ' ');
        if (Line().Match(ChatText.Plain(text)) is not { Success: true } match || match.Groups["open"].Success != match.Groups["end"].Value.StartsWith(']'))
        {
            return null;
        }

        return Read(match) is { } time ? (time, text[match.Groups["rest"].Index..]) : null;
    }

    /// <summary>The parts of a date that the groups of a pattern name.</summary>
    public static WrittenTime? Read(Match match)
    {
        var half = Half(match.Groups["before"].Value) ?? Half(match.Groups["after"].Value);
        var hour = Number(match, "hour");
        if (half is { } isAfternoon)
        {
            hour = hour is < 1 or > 12 ? hour : (hour % 12) + (isAfternoon ? 12 : 0);
        }

        var (minute, second) = (Number(match, "minute"), match.Groups["second"].Success ? Number(match, "second") : 0);
        var looksAmerican = match.Groups["mark"].Value == "/" && match.Groups["after"].Value.Contains('M', StringComparison.Ordinal)
            && match.Groups["first"].Value[0] != '0' && match.Groups["middle"].Value[0] != '0' && match.Groups["last"].Length == 2;
        return hour > 23 || minute > 59 || second > 59
            ? null
            : new WrittenTime(Number(match, "first"), Number(match, "middle"), Number(match, "last"), new TimeSpan(hour, minute, second), looksAmerican);
    }

    private static bool? Half(string text)
    {
        var word = string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();
        return Afternoon.Contains(word, StringComparer.Ordinal) ? true : Morning.Contains(word, StringComparer.Ordinal) ? false : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<open>\[)?(?<first>\d{1,4})\u200F?(?<mark>[/.\-年년])\s?(?<middle>\d{1,2})\u200F?[/.\-月월]\s?(?<last>\d{1,4})[日일.\u200F]?"
        + @"(?<before>[,،、\s\p{L}.\u200E\u200F]{1,24}?)"
        + Clock + @"(?<after>\s?\p{L}[\p{L}.\s\u200E\u200F]{0,8}?)?(?<end>\]\s*|\s+[\-–—]\s+|:\s+|,\s+)(?<rest>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Line();
}
