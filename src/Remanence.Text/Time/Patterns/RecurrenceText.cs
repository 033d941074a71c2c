using System.Globalization;
using System.Numerics;
using Remanence.Text.Time.Calendar;

namespace Remanence.Text.Time.Patterns;

/// <summary>
/// Recurrences as text: the parts FREQ, INTERVAL, BYMONTH, BYMONTHDAY, BYDAY, BYHOUR and BYMINUTE of RFC 5545's recurrence rules, RSCALE=CHINESE of RFC 7529,
/// X-HOLIDAY for feasts that no rule tells, and X-FROM for the day that an interval counts from. "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3" is every 3 May.
/// </summary>
public static class RecurrenceText
{
    private const int LongestText = 512;
    private const string DateFormat = "yyyyMMdd";
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>The text of a rule, which <see cref="Parse"/> reads back.</summary>
    public static string Format(Recurrence rule)
    {
        var parts = new List<string>();
        if (rule.Lunar)
        {
            parts.Add("RSCALE=CHINESE");
        }

        parts.Add("FREQ=" + rule.Frequency.ToString().ToUpperInvariant());
        if (rule.Interval != 1)
        {
            parts.Add("INTERVAL=" + Number(rule.Interval));
        }

        AddList(parts, "BYMONTH", Bits((uint)rule.Months).Select(Number));
        AddList(parts, "BYMONTHDAY", Bits(rule.MonthDays).Select(day => day == 0 ? "-1" : Number(day)));
        var nths = rule.Nths == 0 ? [""] : Bits((uint)rule.Nths).Select(nth => nth == 0 ? "-1" : Number(nth));
        AddList(parts, "BYDAY", nths.SelectMany(_ => Bits((uint)rule.Weekdays), (nth, day) => nth + Weekdays[day]));
        if (rule.Minute is { } minute)
        {
            parts.Add($"BYHOUR={Number(minute / 60)};BYMINUTE={Number(minute % 60)}");
        }

        if (rule.Holiday is { } holiday)
        {
            parts.Add("X-HOLIDAY=" + holiday.ToString().ToUpperInvariant());
        }

        if (rule.CountedFrom is { } from)
        {
            parts.Add("X-FROM=" + DateOnly.FromDayNumber(from).ToString(DateFormat, CultureInfo.InvariantCulture));
        }

        return string.Join(';', parts);
    }

    /// <summary>Null where the text is no such rule, or says more than these parts can.</summary>
    public static Recurrence? Parse(string? text)
    {
        if (text is null || text.Length > LongestText)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';'))
        {
            if (part.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var equals) || !values.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim()))
            {
                return null;
            }
        }

        if (!values.Remove("FREQ", out var named) || Name<Frequency>(named) is not { } frequency)
        {
            return null;
        }

        Recurrence? rule = new(frequency);
        foreach (var (name, value) in values)
        {
            rule = rule is null ? null : With(rule, name, value);
        }

        return rule;
    }

    private static Recurrence? With(Recurrence rule, string name, string value)
    {
        switch (name.ToUpperInvariant())
        {
            case "RSCALE":
                return value.ToUpperInvariant() switch { "CHINESE" => rule with { Lunar = true }, "GREGORIAN" => rule, _ => null };
            case "INTERVAL":
                return Whole(value, 1, Recurrence.LongestInterval) is { } interval ? rule with { Interval = interval } : null;
            case "BYMONTH":
                return BitsOf(value, 1, 12) is { } months ? rule with { Months = (int)months } : null;
            case "BYMONTHDAY":
                return BitsOf(value, -1, 31) is { } days ? rule with { MonthDays = days } : null;
            case "BYDAY":
                return Days(rule, value);
            case "BYHOUR":
                return Whole(value, 0, 23) is { } hour ? rule with { Minute = (rule.Minute ?? 0) + (60 * hour) } : null;
            case "BYMINUTE":
                return Whole(value, 0, 59) is { } minute ? rule with { Minute = (rule.Minute ?? 0) + minute } : null;
            case "X-HOLIDAY":
                return Name<Holiday>(value) is { } holiday ? rule with { Holiday = holiday } : null;
            case "X-FROM":
                return DateOnly.TryParseExact(value, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
                    ? rule with
                    {
                        CountedFrom = from.DayNumber,
                    }
                    : null;
            default:
                return null;
        }
    }

    // All the numbers go with all the days: "1MO,3MO", not "1MO,2TU".
    private static Recurrence? Days(Recurrence rule, string value)
    {
        var (bits, nths, items) = (0, 0, new HashSet<(int, int)>());
        foreach (var item in value.Split(','))
        {
            var word = item.Trim();
            var day = word.Length < 2 ? -1 : Array.IndexOf(Weekdays, word[^2..].ToUpperInvariant());
            var which = word.Length == 2 ? 0 : day < 0 ? null : Whole(word[..^2], -1, 5);
            if (day < 0 || which is not { } nth || (nth == 0) != (word.Length == 2))
            {
                return null;
            }

            bits |= 1 << day;
            nths |= nth == 0 ? 0 : Recurrence.NthBit(nth);
            items.Add((nth, day));
        }

        var combined = BitOperations.PopCount((uint)bits) * Math.Max(1, BitOperations.PopCount((uint)nths));
        return items.Count == combined && (nths == 0 || items.All(item => item.Item1 != 0)) ? rule with { Weekdays = bits, Nths = nths } : null;
    }

    private static uint? BitsOf(string value, int least, int most)
    {
        var bits = 0u;
        foreach (var item in value.Split(','))
        {
            if (Whole(item, least, most) is not { } number || number == 0)
            {
                return null;
            }

            bits |= 1u << Math.Max(number, 0);
        }

        return bits;
    }

    private static int? Whole(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private static T? Name<T>(string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    private static IEnumerable<int> Bits(uint bits)
    {
        for (; bits != 0; bits &= bits - 1)
        {
            yield return BitOperations.TrailingZeroCount(bits);
        }
    }

    private static void AddList(List<string> parts, string name, IEnumerable<string> values)
    {
        var list = string.Join(',', values);
        if (list.Length > 0)
        {
            parts.Add($"{name}={list}");
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
