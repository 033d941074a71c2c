using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.English;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.Chinese;

/// <summary>What 上, 这 and 下 choose: weeks, weekdays, weekends, months, quarters, seasons.</summary>
internal static class ChineseWeeks
{
    private const string WeekdayNumerals = "一二三四五六日";

    private static readonly (string Word, int Value)[] Choosers =
    [
        ("上上", -2), ("下下", 2), ("上一", -1), ("下一", 1), ("上", -1), ("下", 1), ("这", 0), ("本", 0),
    ];

    public static ParsedPattern? Parse(TokenStream tokens, int at)
    {
        var chosen = HanWords.Match(tokens, at, Choosers, out var next);
        if (chosen is not { } steps)
        {
            return Bare(tokens, at);
        }

        // "再下周一"
        if (tokens.IsHan(at - 1, '再') && next == at + 1 && steps != 0)
        {
            steps *= 2;
        }

        HanWords.Skip(tokens, ref next, "个");
        return Chosen(tokens, next, steps);
    }

    /// <summary>周三, 星期日, 礼拜天: Monday is 0; null where there is none.</summary>
    public static int? Weekday(TokenStream tokens, int at, out int next)
    {
        next = at;
        if (!HanWords.Skip(tokens, ref next, "周", "星期", "礼拜") || tokens[next].Kind != TokenKind.Han)
        {
            return null;
        }

        var numeral = (char)tokens[next].Value;
        var weekday = numeral == '天' ? 6 : WeekdayNumerals.IndexOf(numeral, StringComparison.Ordinal);

        if (weekday < 0 || ChineseGlue.BeginsWord(tokens, next))
        {
            return null;
        }

        next++;
        return weekday;
    }

    private static ParsedPattern? Bare(TokenStream tokens, int at)
    {
        if (Listed(tokens, at) is { } listed)
        {
            return listed;
        }

        // "一周三次", "三个星期日夜" count weeks.
        if (!tokens.IsHanOf(at, "周星礼") || ChineseNumbers.IsNumeral(tokens, at - 1) || tokens.IsHanOf(at - 1, "个几数半"))
        {
            return null;
        }

        if (Weekday(tokens, at, out var next) is { } weekday)
        {
            return IsSaturdayAndSunday(tokens, weekday, next)
                ? new ParsedPattern(next + 1, Both(tokens, at))
                : new ParsedPattern(next, TimePattern.Weekly(weekday));
        }

        next = at;
        return HanWords.Skip(tokens, ref next, "周末") ? new ParsedPattern(next, VagueTimes.Weekend(tokens, at)) : null;
    }

    /// <summary>周三 or 三 behind "下周一和" and "下周一、": a day of the same week.</summary>
    private static ParsedPattern? Listed(TokenStream tokens, int at)
    {
        if (tokens.PreviousWeek is not { } week || !ChineseLists.Joint(tokens, tokens.PreviousEnd, out var memberAt) || memberAt != at)
        {
            return null;
        }

        var named = Weekday(tokens, at, out var next);
        if (named is null && ChineseLists.BareWeekday(tokens, at) is { } bare)
        {
            (named, next) = (bare, at + 1);
        }

        return named is { } weekday ? new ParsedPattern(next, TimePattern.OfDay(week + weekday)) : null;
    }

    /// <summary>The Monday of the week that an expression chose for its weekday ("下周一上午"), or that the list before it goes on with; null: neither.</summary>
    public static int? WeekOf(TokenStream tokens, int at, in Finding finding)
    {
        if (finding.Span.End - finding.Span.Start > TimeSpan.TicksPerDay)
        {
            return null;
        }

        if (tokens.IsHanOf(at, "上下这本"))
        {
            var weekAt = at + 1;
            HanWords.Skip(tokens, ref weekAt, "上", "下");
            HanWords.Skip(tokens, ref weekAt, "个");
            return tokens.IsHanOf(weekAt, "周星礼") ? CalendarMath.Monday(finding.Span.FirstDay) : null;
        }

        return tokens.PreviousWeek is { } week && ChineseLists.Joint(tokens, tokens.PreviousEnd, out var memberAt) && memberAt == at ? week : null;
    }

    /// <summary>The weekday or the weekend of the week that a day lies in: "三周后的周五", "两周前的周末".</summary>
    public static ParsedPattern? OfWeek(TokenStream tokens, int at, int day)
    {
        var next = at;
        HanWords.Skip(tokens, ref next, "的");
        HanWords.Skip(tokens, ref next, "那个");
        if (Weekday(tokens, next, out var afterDay) is { } weekday)
        {
            return new ParsedPattern(afterDay, TimePattern.OfDay(CalendarMath.Monday(day) + weekday));
        }

        return HanWords.Skip(tokens, ref next, "周末")
            ? new ParsedPattern(next, TimePattern.OfSpan(CalendarMath.UnitOf(TimeUnit.Weekend, day), Memories.TimePrecision.Day))
            : null;
    }

    // "周六日我都在家", but not "周六日语课".
    private static bool IsSaturdayAndSunday(TokenStream tokens, int weekday, int next) =>
        weekday == 5
        && (tokens.IsHan(next, '日') || (tokens.IsHan(next, '天') && tokens[next + 1].Kind != TokenKind.Han))
        && !ChineseGlue.BeginsWord(tokens, next);

    private static TimePattern Both(TokenStream tokens, int at) => tokens.IsPast(at)
        ? VagueTimes.Weekend(tokens, at)
        : TimePattern.OfSpan(CalendarMath.UnitOf(TimeUnit.Weekend, tokens.Context.Today), Memories.TimePrecision.Day);

    /// <summary>"下周二十号", "这周三5号": the day of the month that lies in the week, or that is its weekday's.</summary>
    private static ParsedPattern? Dated(TokenStream tokens, int at, int monday)
    {
        var next = at;
        if (!HanWords.Skip(tokens, ref next, "周", "星期", "礼拜"))
        {
            return null;
        }

        for (var weekday = 0; weekday < 7 && DayOfMonth(tokens, next, out var afterDay) is { } number; weekday++)
        {
            if (CalendarMath.Date(monday + weekday).Day == number)
            {
                return new ParsedPattern(afterDay, TimePattern.OfDay(monday + weekday));
            }
        }

        var named = tokens[next].Kind == TokenKind.Han ? WeekdayNumerals.IndexOf((char)tokens[next].Value, StringComparison.Ordinal) : -1;
        return named >= 0 && DayOfMonth(tokens, next + 1, out var afterBoth) is { } own && CalendarMath.Date(monday + named).Day == own
            ? new ParsedPattern(afterBoth, TimePattern.OfDay(monday + named))
            : null;
    }

    private static int? DayOfMonth(TokenStream tokens, int at, out int next)
    {
        var day = ChineseNumbers.ReadWithin(tokens, at, 1, 31, out next);
        return day is not null && tokens.IsHanOf(next, day > 7 ? "日号" : "号") && !tokens.IsHanOf(++next, ChineseDates.NoDay) ? day : null;
    }

    private static ParsedPattern? Chosen(TokenStream tokens, int at, int steps)
    {
        var context = tokens.Context;
        if (Dated(tokens, at, CalendarMath.Monday(context.Today) + (7 * steps)) is { } dated)
        {
            return dated;
        }

        if (Weekday(tokens, at, out var next) is { } weekday)
        {
            if (IsSaturdayAndSunday(tokens, weekday, next))
            {
                return EnglishChoices.OfUnit(context, next + 1, TimeUnit.Weekend, steps);
            }

            return new ParsedPattern(next, TimePattern.OfDay(CalendarMath.Monday(context.Today) + (7 * steps) + weekday));
        }

        next = at;
        if (HanWords.Skip(tokens, ref next, "周末", "星期末"))
        {
            // "这周末去露营了", said before it begins, is the one that is over.
            var isOver = steps == 0 && CalendarMath.Weekday(context.Today) < 5 && tokens.TenseAt(at) == Tense.Past;
            return EnglishChoices.OfUnit(context, next, TimeUnit.Weekend, isOver ? -1 : steps);
        }

        if (tokens.IsHanWord(at, "周年") || tokens.IsHanWord(at, "周岁"))
        {
            return null;
        }

        if (HanWords.Skip(tokens, ref next, "周", "星期", "礼拜"))
        {
            return EnglishChoices.OfUnit(context, next, TimeUnit.Week, steps);
        }

        if (HanWords.Skip(tokens, ref next, "月份", "月"))
        {
            var (year, month) = CalendarMath.NormalizeMonth(context.Year, context.Month + steps);
            return ChineseMonths.InMonth(tokens, next, month, year);
        }

        if (HanWords.Skip(tokens, ref next, "季度"))
        {
            return EnglishChoices.OfUnit(context, next, TimeUnit.Quarter, steps);
        }

        var occurrence = steps switch { < 0 => Occurrence.Last, 0 => Occurrence.This, _ => Occurrence.Next };
        return ChineseDates.Season(tokens, at, shortForm: false, out next) is { } season && Math.Abs(steps) < 2
            && PatternResolver.YearOf(new YearlyRule(YearlyKind.Season, season), context, occurrence) is { } seasonsYear
            ? new ParsedPattern(next, TimePattern.Yearly(new YearlyRule(YearlyKind.Season, season), seasonsYear))
            : null;
    }
}
