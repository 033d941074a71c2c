using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.English;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.Chinese;

/// <summary>Parts and days of a month that was named: "初", "下旬", "的第一周", "7日", "5到7号".</summary>
internal static class ChineseMonths
{
    private static readonly (string Word, int Value)[] MonthParts =
    [
        ("上旬", (int)PeriodPart.Early), ("中旬", (int)PeriodPart.Middle), ("下旬", (int)PeriodPart.Late), ("上半月", (int)PeriodPart.FirstHalf),
        ("下半月", (int)PeriodPart.SecondHalf), ("月初", (int)PeriodPart.Beginning), ("月中", (int)PeriodPart.Middle), ("月底", (int)PeriodPart.End),
        ("月末", (int)PeriodPart.End), ("初", (int)PeriodPart.Beginning), ("中", (int)PeriodPart.Middle), ("底", (int)PeriodPart.End), ("末", (int)PeriodPart.End),
    ];

    /// <summary>"月初", "月中", "月底", "月末", of whichever month it is: a <see cref="PeriodPart"/>.</summary>
    public static int? PartByName(TokenStream tokens, int at, out int next) => HanWords.Match(tokens, at, MonthParts.AsSpan(5, 4), out next);

    /// <summary>A part, or nothing, after a month: "初", "下旬", "的第一周", "7日".</summary>
    public static ParsedPattern? InMonth(TokenStream tokens, int at, int month, int? year)
    {
        var dayAt = at;
        HanWords.Skip(tokens, ref dayAt, "的");
        if (tokens.IsHan(dayAt, '初') && ChineseNumbers.ReadWithin(tokens, dayAt + 1, 1, 10, out var afterLunar) is { } lunarDay)
        {
            return new ParsedPattern(afterLunar, TimePattern.Yearly(new YearlyRule(YearlyKind.Lunar, month, lunarDay), year));
        }

        if (ChineseNumbers.Read(tokens, dayAt, out var unitAt, out _) is { } day)
        {
            if (tokens.IsHanOf(unitAt, "日号"))
            {
                return LastDay(tokens, unitAt + 1, year, month, day);
            }

            if (ChineseDays.SharesUnit(tokens, unitAt))
            {
                return EnglishDates.Days(unitAt, year, month, day, day);
            }

            if (ChineseDates.SharedUnit(tokens, unitAt, day, out var last, out var afterUnit) is '日' or '号')
            {
                return EnglishDates.Days(afterUnit, year, month, day, last);
            }
        }

        if (
            ChineseDays.BareDay(tokens, dayAt, out var afterBare) is { } bare
            && dayAt == at
            && EnglishDates.Days(afterBare, year, month, bare, bare) is { } withoutUnit)
        {
            return withoutUnit;
        }

        if (HanWords.Match(tokens, at, MonthParts, out var next) is { } part && !tokens.IsHanOf(next, "国学心间奖"))
        {
            // 上旬 and 上半月 are exact, 月初 is not.
            var exact = tokens.IsHan(next - 1, '旬') || tokens.IsHanWord(next - 2, "半月");
            return new ParsedPattern(next, TimePattern.Yearly(YearlyRule.Month(month).Narrow((PeriodPart)part)!.Value, year, fuzzy: !exact));
        }

        if (Ordinal(tokens, dayAt, out var countedAt) is { } nth)
        {
            if (HanWords.Skip(tokens, ref countedAt, "天"))
            {
                return new ParsedPattern(countedAt, TimePattern.Yearly(nth < 0 ? new YearlyRule(YearlyKind.LastDay, month) : YearlyRule.Day(month, nth), year));
            }

            HanWords.Skip(tokens, ref countedAt, "个");
            if (ChineseWeeks.Weekday(tokens, countedAt, out next) is { } weekday)
            {
                return new ParsedPattern(next, TimePattern.Yearly(new YearlyRule(YearlyKind.NthWeekday, month, nth, weekday), year));
            }

            if (HanWords.Skip(tokens, ref countedAt, "周末"))
            {
                return new ParsedPattern(countedAt, TimePattern.Yearly(new YearlyRule(YearlyKind.NthWeekend, month, nth), year));
            }

            if (HanWords.Skip(tokens, ref countedAt, "周", "星期", "礼拜"))
            {
                return new ParsedPattern(countedAt, TimePattern.Yearly(new YearlyRule(YearlyKind.NthWeek, month, nth), year));
            }
        }

        return new ParsedPattern(at, TimePattern.Yearly(YearlyRule.Month(month), year));
    }

    // "7日", "5日到7日", "5-7日" has been read up to the first 日.
    private static ParsedPattern? LastDay(TokenStream tokens, int at, int? year, int month, int from)
    {
        var toAt = at;
        if ((HanWords.Skip(tokens, ref toAt, "到", "至") || ChineseDates.IsDash(tokens, ref toAt))
            && ChineseNumbers.Read(tokens, toAt, out var unitAt, out _) is { } to && to > from && tokens.IsHanOf(unitAt, "日号"))
        {
            return EnglishDates.Days(unitAt + 1, year, month, from, to);
        }

        return EnglishDates.Days(at, year, month, from, from);
    }

    /// <summary>第二, 最后一: -1 for the last.</summary>
    public static int? Ordinal(TokenStream tokens, int at, out int next)
    {
        next = at;
        if (HanWords.Skip(tokens, ref next, "最后一"))
        {
            return -1;
        }

        return tokens.IsHan(at, '第') && ChineseNumbers.ReadWithin(tokens, at + 1, 1, 5, out next) is { } nth ? nth : null;
    }
}
