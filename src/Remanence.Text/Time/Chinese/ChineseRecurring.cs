using System.Numerics;
using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.Chinese;

/// <summary>Recurring times in Chinese: 每周一和周三, 每个周末, 每天早上, 每年五月, 每晚, 每逢春节, 每两周, 每隔一天, 隔周三.</summary>
internal static class ChineseRecurring
{
    // Behind these 隔天 is the next day, and 隔 in 相隔 and 时隔 counts no turns.
    private const string NextDay = "就才又再便早上中下晚凌清去来的";
    private const string NoTurns = "相时间阻分远";

    private static readonly (string Word, int Value)[] Alternating =
    [
        ("天", (int)TimeUnit.Day),
        ("日", (int)TimeUnit.Day),
        ("周末", (int)TimeUnit.Weekend),
        ("周", (int)TimeUnit.Week),
        ("月", (int)TimeUnit.Month),
        ("年", (int)TimeUnit.Year),
    ];

    public static ParsedPattern? Parse(TokenStream tokens, int at)
    {
        var next = at + 1;
        if (tokens.IsHan(at, '隔'))
        {
            return tokens.IsHanOf(at - 1, NoTurns) ? null : EveryOther(tokens, next);
        }

        if (HanWords.Skip(tokens, ref next, "间隔", "隔"))
        {
            return EveryOther(tokens, next) ?? AfterGap(tokens, next);
        }

        if (ChineseNumbers.Counted(tokens, next, out var unit, out var afterUnit) is { } quantity && quantity != Quantity.Of(1))
        {
            return IntervalOf(quantity, ref unit) is { } interval ? InUnit(tokens, afterUnit, unit, interval) : null;
        }

        HanWords.Skip(tokens, ref next, "逢", "个", "一", "到");
        return Repeated(tokens, next);
    }

    /// <summary>隔天, 隔周三, 隔月: every other one.</summary>
    private static ParsedPattern? EveryOther(TokenStream tokens, int at)
    {
        if (ChineseWeeks.Weekday(tokens, at, out _) is not null)
        {
            return OnWeekdays(tokens, at, interval: 2);
        }

        if (HanWords.Match(tokens, at, Alternating, out var next) is not { } unit || ChineseNumbers.IsNumeral(tokens, next))
        {
            return null;
        }

        var weeksDay = (TimeUnit)unit == TimeUnit.Week && tokens.IsHan(next, '的');
        return !tokens.IsHanOf(next, NextDay) || weeksDay || IsCounted(tokens, next) ? InUnit(tokens, next, (TimeUnit)unit, interval: 2) : null;
    }

    // "隔天去一次医院"
    private static bool IsCounted(TokenStream tokens, int at)
    {
        for (var i = at; i < at + 4; i++)
        {
            if (tokens.IsHanWord(i, "一次"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"周一到周五每天七点", "周六和周日每晚".</summary>
    public static ParsedPattern? DailyOn(TokenStream tokens, int at)
    {
        if (!tokens.IsHanOf(at, "周星礼") || ChineseLists.Weekdays(tokens, at, out var next) is not { } days)
        {
            return null;
        }

        var night = tokens.IsHanWord(next, "每晚");
        if (BitOperations.IsPow2(days.Days) || !(night || HanWords.Skip(tokens, ref next, "每天", "每日")))
        {
            return null;
        }

        var hour = ChineseClock.Attach(tokens, new ParsedPattern(night ? next + 1 : next, TimePattern.Weekly(0)))!.Value;
        return new ParsedPattern(hour.Next, Recurring.OnWeekdays(tokens.Context, (int)days.Days, hour.Pattern.Time ?? days.Time, interval: 1));
    }

    // 每隔一周 is every other week. 每隔两天 leaves two days out; 每隔三个月 and longer ones are commonly said for every three.
    private static ParsedPattern? AfterGap(TokenStream tokens, int at)
    {
        var weekdayAt = at;
        if (HanWords.Skip(tokens, ref weekdayAt, "一个") && ChineseWeeks.Weekday(tokens, weekdayAt, out _) is not null)
        {
            return OnWeekdays(tokens, weekdayAt, interval: 2);
        }

        if (ChineseNumbers.Counted(tokens, at, out var unit, out var next) is not { } quantity || IntervalOf(quantity, ref unit) is not { } interval)
        {
            return null;
        }

        return InUnit(tokens, next, unit, interval == 1 || unit == TimeUnit.Day ? interval + 1 : interval);
    }

    private static int? IntervalOf(Quantity quantity, ref TimeUnit unit)
    {
        if (unit == TimeUnit.Year && quantity == Quantity.OfHalves(1))
        {
            unit = TimeUnit.Month;
            return 6;
        }

        return !quantity.Fuzzy && quantity.Least % 2 == 0 && quantity.Least <= 2 * Recurrence.LongestInterval ? quantity.Least / 2 : null;
    }

    private static ParsedPattern? Repeated(TokenStream tokens, int at)
    {
        if (OnWeekdays(tokens, at, interval: 1) is { } weekdays)
        {
            return weekdays;
        }

        var context = tokens.Context;
        var next = at;
        if (HanWords.Skip(tokens, ref next, "周末", "星期末", "礼拜末"))
        {
            return new ParsedPattern(next, Recurring.Unit(context, TimeUnit.Weekend)!.Value);
        }

        if (HanWords.Skip(tokens, ref next, "周", "星期", "礼拜"))
        {
            return InUnit(tokens, next, TimeUnit.Week, interval: 1);
        }

        if (HanWords.Skip(tokens, ref next, "天", "日"))
        {
            return InUnit(tokens, next, TimeUnit.Day, interval: 1);
        }

        if (HanWords.Skip(tokens, ref next, "年"))
        {
            return InUnit(tokens, next, TimeUnit.Year, interval: 1);
        }

        if (HanWords.Skip(tokens, ref next, "月"))
        {
            return InUnit(tokens, next, TimeUnit.Month, interval: 1);
        }

        if (HanWords.Skip(tokens, ref next, "季度", "季"))
        {
            return new ParsedPattern(next, Recurring.Unit(context, TimeUnit.Quarter)!.Value);
        }

        if (HanWords.Skip(tokens, ref next, "工作日"))
        {
            return ChineseClock.Attach(tokens, new ParsedPattern(next, Recurring.OnWeekdays(context, Recurring.WorkingDays, time: null, interval: 1)));
        }

        if (HanWords.Skip(tokens, ref next, "早", "晚"))
        {
            return ChineseClock.Alone(tokens, at) is { } timed
                ? Recur(timed)
                : Recur(new ParsedPattern(next, TimePattern.Daily(tokens.IsHan(at, '早') ? DayTime.Morning : DayTime.Night)));
        }

        return Dated(tokens, at, interval: 1);
    }

    // What follows says which days of the unit: 每两周的周三, 每月1号和15号, 每年五月, 每天早上.
    private static ParsedPattern? InUnit(TokenStream tokens, int at, TimeUnit unit, int interval)
    {
        if (Recurring.Unit(tokens.Context, unit, interval) is not { } whole)
        {
            return null;
        }

        var inside = at;
        HanWords.Skip(tokens, ref inside, "的", "在");
        var named = unit switch
        {
            TimeUnit.Day => OnDays(tokens, at, whole, interval),
            TimeUnit.Week => OnWeekdays(tokens, inside, interval),
            TimeUnit.Month => OnMonthDays(tokens, inside, interval),
            TimeUnit.Year => Dated(tokens, inside, interval),
            _ => null,
        };
        return named ?? new ParsedPattern(at, whole);
    }

    private static ParsedPattern? OnDays(TokenStream tokens, int at, TimePattern whole, int interval) =>
        ChineseClock.Alone(tokens, at) is { } timed
            ? timed with { Pattern = timed.Pattern.AsRecurring(new Recurrence(Frequency.Daily) { Interval = interval }) }
            : ChineseClock.Attach(tokens, new ParsedPattern(at, whole));

    private static ParsedPattern? OnWeekdays(TokenStream tokens, int at, int interval) =>
        ChineseLists.Weekdays(tokens, at, out var next) is { } days
            ? new ParsedPattern(next, Recurring.OnWeekdays(tokens.Context, (int)days.Days, days.Time, interval))
            : null;

    private static ParsedPattern? OnMonthDays(TokenStream tokens, int at, int interval)
    {
        if (ChineseLists.MonthDays(tokens, at, out var next) is { } days)
        {
            var hour = Timed(tokens, next);
            return new ParsedPattern(hour.Next, Recurring.OnMonthDays(tokens.Context, days.Days, hour.Pattern.Time, interval));
        }

        return ChineseLists.NthWeekday(tokens, at, out var weekday, out next) is { } nths && Timed(tokens, next) is var timed
            && Recurring.OnNthWeekday(tokens.Context, nths, weekday, timed.Pattern.Time, interval) is { } pattern
            ? new ParsedPattern(timed.Next, pattern)
            : null;
    }

    private static ParsedPattern Timed(TokenStream tokens, int next) => ChineseClock.Attach(tokens, new ParsedPattern(next, TimePattern.Monthly(1)))!.Value;

    private static ParsedPattern? Dated(TokenStream tokens, int at, int interval)
    {
        if (Date(tokens, at, interval) is not { } read)
        {
            return null;
        }

        while (ChineseLists.Joint(tokens, read.Next, out var memberAt) && Date(tokens, memberAt, interval) is { } member
            && Recurring.Joined(tokens.Context, read.Pattern, member.Pattern) is { } both)
        {
            read = new ParsedPattern(member.Next, both);
        }

        return read;
    }

    private static ParsedPattern? Date(TokenStream tokens, int at, int interval) =>
        (ChineseDates.Parse(tokens, at) ?? Season(tokens, at)) is { Pattern.IsWithoutYear: true } date
        && Recurring.OnDate(date.Pattern, interval) is { } pattern
            ? new ParsedPattern(date.Next, pattern)
            : null;

    private static ParsedPattern? Season(TokenStream tokens, int at) =>
        ChineseDates.Season(tokens, at, shortForm: false, out var next) is { } season
            ? new ParsedPattern(next, TimePattern.Yearly(new YearlyRule(YearlyKind.Season, season)))
            : null;

    private static ParsedPattern Recur(ParsedPattern parsed) => parsed with { Pattern = parsed.Pattern.AsRecurring() };
}
