using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.English;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.Chinese;

/// <summary>Chinese dates: "2023年5月7日", "去年五月", "五月初", "7号", "九十年代", "2021年第三季度".</summary>
internal static class ChineseDates
{
    // What follows 号 where it numbers no day: a building, a line, a shop.
    public const string NoDay = "楼线门机车院店房铺柜桌位馆字球员选站台厅码";

    private static readonly (string Word, int Value)[] LunarMonths = [("正月", 1), ("冬月", 11), ("腊月", 12)];

    private static readonly (string Word, int Value)[] RelativeYears =
        [("大前年", -3), ("前年", -2), ("去年", -1), ("今年", 0), ("本年", 0), ("明年", 1), ("后年", 2)];

    private static readonly (string Word, int Value)[] Seasons =
    [
        ("春天", 0), ("春季", 0), ("夏天", 1), ("夏季", 1), ("秋天", 2), ("秋季", 2), ("冬天", 3), ("冬季", 3), ("春", 0), ("夏", 1), ("秋", 2), ("冬", 3),
    ];

    private static readonly (string Word, int Value)[] YearParts =
    [
        ("上半年", (int)PeriodPart.FirstHalf), ("下半年", (int)PeriodPart.SecondHalf), ("年初", (int)PeriodPart.Beginning), ("年中", (int)PeriodPart.Middle),
        ("年底", (int)PeriodPart.End), ("年末", (int)PeriodPart.End), ("初", (int)PeriodPart.Beginning), ("中", (int)PeriodPart.Middle),
        ("底", (int)PeriodPart.End), ("末", (int)PeriodPart.End),
    ];

    public static ParsedPattern? Parse(TokenStream tokens, int at)
    {
        if (RelativeYear(tokens, at, out var next) is { } relative)
        {
            return InYear(tokens, next, relative);
        }

        if (ChineseHolidays.Parse(tokens, at, out next) is { } holiday)
        {
            return new ParsedPattern(next, TimePattern.Yearly(new YearlyRule(YearlyKind.Holiday, (int)holiday)));
        }

        if (tokens.IsNumber(at) && EnglishNumericDates.Parse(tokens, at, guarded: false) is { } numeric && !tokens.IsHan(numeric.Next, '年'))
        {
            return numeric;
        }

        return Lunar(tokens, at) ?? ChineseDecades.Parse(tokens, at) ?? Numbered(tokens, at) ?? ThisPart(tokens, at);
    }

    /// <summary>"农历八月十五", "正月初一", "腊月二十三".</summary>
    private static ParsedPattern? Lunar(TokenStream tokens, int at)
    {
        var monthAt = at;
        var named = HanWords.Skip(tokens, ref monthAt, "农历", "阴历", "旧历");
        var month = HanWords.Match(tokens, monthAt, LunarMonths, out var dayAt) ?? (named ? MonthOf(tokens, monthAt, out dayAt) : null);
        if (month is not { } lunarMonth)
        {
            return null;
        }

        HanWords.Skip(tokens, ref dayAt, "初");
        return ChineseNumbers.ReadWithin(tokens, dayAt, 1, 30, out var next) is { } day
            ? new ParsedPattern(next, TimePattern.Yearly(new YearlyRule(YearlyKind.Lunar, lunarMonth, day)))
            : null;
    }

    public static int? Season(TokenStream tokens, int at, bool shortForm, out int next) =>
        HanWords.Match(tokens, at, shortForm ? Seasons : Seasons.AsSpan(0, 8), out next);

    /// <summary>"2022到2023年", "5到7月", "3到5号": the unit that two joined numbers share; 0 where they share none or do not ascend.</summary>
    public static char SharedUnit(TokenStream tokens, int at, int first, out int second, out int next)
    {
        (second, next) = (0, at);
        var secondAt = at;
        if (!(HanWords.Skip(tokens, ref secondAt, "到", "至") || IsDash(tokens, ref secondAt))
            || ChineseNumbers.Read(tokens, secondAt, out var unitAt, out var digits) is not { } read || read <= first || tokens[unitAt].Kind != TokenKind.Han)
        {
            return default;
        }

        (second, next) = (read, unitAt + 1);
        var unit = (char)tokens[unitAt].Value;
        return unit switch
        {
            '年' when digits == 4 && first is >= 1000 and <= 2999 => unit,
            '月' when read <= 12 && first >= 1 => unit,
            '日' or '号' when read <= 31 && first >= 1 && !tokens.IsHanOf(unitAt + 1, NoDay) => unit,
            _ => default,
        };
    }

    public static bool IsDash(TokenStream tokens, ref int at)
    {
        if (!tokens.IsSymbol(at, '-') && !tokens.IsSymbol(at, '~'))
        {
            return false;
        }

        at++;
        return true;
    }

    private static int? RelativeYear(TokenStream tokens, int at, out int next)
    {
        // "以前年轻时", "以后年年".
        var inside = tokens.IsHanOf(at - 1, "以之先然") || (tokens.IsHan(at, '前') && tokens.IsHan(at - 1, '目'));
        if (HanWords.Match(tokens, at, RelativeYears, out next) is not { } years || inside || tokens.IsHanOf(next, "轻龄"))
        {
            return null;
        }

        return tokens.Context.Year + years;
    }

    /// <summary>A part of a year, behind the year: "的夏天", "五月".</summary>
    public static ParsedPattern? InYear(TokenStream tokens, int at, int year)
    {
        var partAt = at;
        HanWords.Skip(tokens, ref partAt, "的");
        if (ChineseNumbers.Read(tokens, partAt, out var joint, out _) is { } first && SharedUnit(tokens, joint, first, out _, out _) == '月')
        {
            return new ParsedPattern(joint, TimePattern.Yearly(YearlyRule.Month(first), year));
        }

        var sameAt = partAt;
        if (Math.Abs(year - tokens.Context.Year) == 1 && HanWords.Skip(tokens, ref sameAt, "这个时候", "这个时间", "这时候", "此时", "这会儿", "同期"))
        {
            return new ParsedPattern(sameAt, Durations.Away(tokens.Context, Quantity.Of(1), TimeUnit.Year, year - tokens.Context.Year));
        }

        if (Lunar(tokens, partAt) is { } lunar)
        {
            return lunar with { Pattern = TimePattern.Yearly(lunar.Pattern.Rule, year) };
        }

        var dayAt = partAt;
        var context = tokens.Context;
        if (HanWords.Skip(tokens, ref dayAt, "今天", "今日") && EnglishDates.Days(dayAt, year, context.Month, context.Day, context.Day) is { } sameDay)
        {
            return sameDay;
        }

        if (HanWords.Skip(tokens, ref dayAt, "最后一天", "第一天"))
        {
            return new ParsedPattern(dayAt, TimePattern.Yearly(tokens.IsHan(partAt, '第') ? YearlyRule.Day(1, 1) : YearlyRule.Day(12, 31), year));
        }

        if (MonthOf(tokens, partAt, out var next) is { } month)
        {
            return ChineseMonths.InMonth(tokens, next, month, year);
        }

        if (Season(tokens, partAt, shortForm: true, out next) is { } season && !tokens.IsHanOf(next, "节"))
        {
            return new ParsedPattern(next, TimePattern.Yearly(new YearlyRule(YearlyKind.Season, season), year));
        }

        if (ChineseHolidays.Parse(tokens, partAt, out next) is { } holiday)
        {
            return new ParsedPattern(next, TimePattern.Yearly(new YearlyRule(YearlyKind.Holiday, (int)holiday), year));
        }

        if (Quarter(tokens, partAt, out next) is { } quarter)
        {
            return new ParsedPattern(next, TimePattern.Yearly(new YearlyRule(YearlyKind.Quarter, quarter), year));
        }

        if (HanWords.Match(tokens, partAt, YearParts, out next) is { } part && !tokens.IsHanOf(next, "国学心间奖"))
        {
            return new ParsedPattern(next, TimePattern.Yearly(new YearlyRule(YearlyKind.YearPart, part), year, fuzzy: !tokens.IsHanWord(next - 2, "半年")));
        }

        return new ParsedPattern(at, TimePattern.Yearly(new YearlyRule(YearlyKind.WholeYear), year));
    }

    private static int? MonthOf(TokenStream tokens, int at, out int next)
    {
        next = at;
        if (ChineseNumbers.ReadWithin(tokens, at, 1, 12, out var unitAt) is not { } month || !tokens.IsHan(unitAt, '月'))
        {
            return null;
        }

        next = unitAt + 1;
        HanWords.Skip(tokens, ref next, "份");
        return month;
    }

    private static int? Quarter(TokenStream tokens, int at, out int next)
    {
        next = at;
        HanWords.Skip(tokens, ref next, "第");
        if (ChineseNumbers.ReadWithin(tokens, next, 1, 4, out var unitAt) is not { } quarter)
        {
            return null;
        }

        next = unitAt;
        return HanWords.Skip(tokens, ref next, "个季度", "季度") ? quarter : null;
    }

    /// <summary>"2023年…", "23年5月", "五月…", "7号", "三季度".</summary>
    private static ParsedPattern? Numbered(TokenStream tokens, int at)
    {
        if (tokens.IsHan(at, '第') && Quarter(tokens, at, out var afterQuarter) is { } quarter)
        {
            return new ParsedPattern(afterQuarter, TimePattern.Yearly(new YearlyRule(YearlyKind.Quarter, quarter)));
        }

        if (ChineseNumbers.IsInsideNumeral(tokens, at) || ChineseNumbers.Read(tokens, at, out var unitAt, out var digits) is not { } number)
        {
            return null;
        }

        if (tokens.IsHan(unitAt, '年'))
        {
            // "22年" alone is a duration.
            var year = digits == 4 && number is >= 1000 and <= 2999 ? number : digits == 2 ? EnglishYears.FullYear(number) : 0;
            var named = digits == 4 || MonthOf(tokens, unitAt + 1, out _) is not null;
            return year > 0 && named ? InYear(tokens, unitAt + 1, year) : null;
        }

        if (MonthOf(tokens, at, out var next) is { } month)
        {
            return ChineseMonths.InMonth(tokens, next, month, year: null);
        }

        switch (SharedUnit(tokens, unitAt, number, out _, out _))
        {
            case '年' when digits == 4:
                return new ParsedPattern(unitAt, TimePattern.Yearly(new YearlyRule(YearlyKind.WholeYear), number));
            case '月':
                return new ParsedPattern(unitAt, TimePattern.Yearly(YearlyRule.Month(number)));
            case '日' or '号':
                return new ParsedPattern(unitAt, TimePattern.Monthly(number));
        }

        if (number is >= 1 and <= 31 && ChineseDays.Listed(tokens, at, number, unitAt) is { } listed)
        {
            return listed;
        }

        if (ChineseDays.IsDayOfMonth(tokens, at, out _))
        {
            return new ParsedPattern(unitAt + 1, TimePattern.Monthly(number));
        }

        // "7号楼", "一号店", "12号线".
        var day = number is >= 1 and <= 31 && tokens.IsHan(unitAt, '号') && !tokens.IsHanOf(unitAt + 1, NoDay)
            && !tokens.IsHanOf(at - 1, "第型");
        return day ? new ParsedPattern(unitAt + 1, TimePattern.Monthly(number)) : null;
    }

    /// <summary>"年初", "月底", "上半年" of the current year or month.</summary>
    private static ParsedPattern? ThisPart(TokenStream tokens, int at)
    {
        var context = tokens.Context;
        if (ChineseNumbers.IsNumeral(tokens, at - 1) || tokens.IsHanOf(at - 1, "个"))
        {
            return null;
        }

        if (HanWords.Match(tokens, at, YearParts.AsSpan(0, 6), out var next) is { } yearPart)
        {
            return new ParsedPattern(
                next,
                TimePattern.Yearly(new YearlyRule(YearlyKind.YearPart, yearPart), context.Year, fuzzy: !tokens.IsHanWord(next - 2, "半年")));
        }

        return tokens.IsHan(at, '月') && ChineseMonths.PartByName(tokens, at, out next) is { } monthPart
            ? new ParsedPattern(next, TimePattern.Yearly(YearlyRule.Month(context.Month).Narrow((PeriodPart)monthPart)!.Value, context.Year, fuzzy: true))
            : null;
    }
}
