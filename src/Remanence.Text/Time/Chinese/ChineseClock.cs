using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.English;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.Chinese;

/// <summary>Parts of the day and clock times in Chinese.</summary>
internal static class ChineseClock
{
    private static readonly (string Word, int Value)[] Parts =
    [
        ("凌晨", 4), ("清晨", 0), ("早上", 0), ("早晨", 0), ("上午", 0), ("中午", 5), ("正午", 5), ("下午", 1), ("午后", 1), ("傍晚", 2),
        ("晚上", 3), ("晚间", 3), ("夜里", 3), ("夜晚", 3), ("夜间", 3), ("深夜", 3), ("半夜", 3),
    ];

    private static readonly (string Word, int Value)[] ShortParts = [("早", 0), ("晨", 0), ("晚", 3), ("夜", 3)];

    private static readonly (string Word, int Value)[] Evenings =
        [("晚饭", 3), ("晚餐", 3), ("晚宴", 3), ("晚会", 3), ("晚自习", 3), ("夜宵", 3), ("宵夜", 3), ("夜跑", 3), ("下班", 3), ("放学", 3)];

    /// <summary>Adds the time of day that follows a day: "昨天下午三点半", "周五晚8点".</summary>
    public static ParsedPattern? Attach(TokenStream tokens, ParsedPattern? day)
    {
        if (day is not { Pattern.IsSingleDay: true } parsed)
        {
            return day;
        }

        var at = parsed.Next;
        if (tokens.IsSymbol(at, '(') && tokens.IsSymbol(at + 3, ')') && tokens.IsHan(at + 1, '周'))
        {
            at += 4;
        }

        HanWords.Skip(tokens, ref at, "的");
        if (tokens.IsSymbol(at, ','))
        {
            at++;
        }

        return Read(tokens, at, dated: true, out var next) is { } time ? new ParsedPattern(next, parsed.Pattern.At(time)) : day;
    }

    /// <summary>"下周六点半起床": an hour behind a longer period is on no known day, and not today's.</summary>
    public static ParsedPattern? PassInside(TokenStream tokens, ParsedPattern? period) =>
        period is { Pattern: { IsSingleDay: false, Recurring: false, Time: null } } parsed && Read(tokens, parsed.Next, dated: false, out var next) is not null
            ? parsed with { Next = next }
            : period;

    /// <summary>A time of day on the day of speaking: "下午三点", "八点半".</summary>
    public static ParsedPattern? Alone(TokenStream tokens, int at)
    {
        var partOnly = Part(tokens, at, out var afterPart) is not null;
        return Read(tokens, at, dated: false, out var next) is { } time && !(partOnly && next == afterPart)
            ? new ParsedPattern(next, TimePattern.Daily(time))
            : null;
    }

    /// <summary>The hour that ends a range which began with <paramref name="first"/>: "4点" after "下午2点".</summary>
    public static ParsedPattern? Later(TokenStream tokens, int at, DayTime first)
    {
        if (Clock(tokens, at, sure: true, out var next) is not { } clock)
        {
            return null;
        }

        var halfDay = 12 * TimeSpan.TicksPerHour;
        var moved = clock.Start <= first.Start && clock.Start + halfDay > first.Start
            ? clock with { Start = clock.Start + halfDay, End = clock.End + halfDay }
            : clock;
        return new ParsedPattern(next, TimePattern.Daily(moved));
    }

    private static DayTime? Part(TokenStream tokens, int at, out int next) =>
        HanWords.Match(tokens, at, Parts, out next) is { } part ? OfPart(part) : null;

    private static DayTime OfPart(int part) => part switch
    {
        4 => DayTime.SmallHours,
        5 => DayTime.Midday,
        _ => DayTime.OfPart(part),
    };

    private static DayTime? Read(TokenStream tokens, int at, bool dated, out int next)
    {
        var part = Part(tokens, at, out next);
        if (part is null && HanWords.Match(tokens, at, ShortParts, out var afterShort) is { } shortPart
            && (dated || Clock(tokens, afterShort, sure: true, out _) is not null) && !tokens.IsHanOf(afterShort, "饭餐就已会了点起"))
        {
            (part, next) = (OfPart(shortPart), afterShort);
        }

        if (Clock(tokens, next, sure: dated || part is not null, out var afterClock) is not { } clock)
        {
            return part;
        }

        next = afterClock;
        part ??= dated && clock.Start is >= TimeSpan.TicksPerHour and < 12 * TimeSpan.TicksPerHour && EndsDay(tokens, next) ? DayTime.OfPart(3) : null;
        return part is { } named ? EnglishDayTimes.Adjust(clock, named) : clock;
    }

    // "六点半吃晚饭": what is done then tells the half of the day.
    private static bool EndsDay(TokenStream tokens, int at)
    {
        for (var i = at; i < at + 6 && tokens[i].Kind == TokenKind.Han; i++)
        {
            if (tokens.IsHanOf(i, "晚夜宵下放") && HanWords.Match(tokens, i, Evenings, out _) is not null)
            {
                return true;
            }
        }

        return false;
    }

    // "差十分九点", "差一刻八点"
    private static DayTime? Short(TokenStream tokens, int at, out int next)
    {
        next = at + 1;
        var minutes = Minutes(tokens, next, out var hourAt);
        HanWords.Skip(tokens, ref hourAt, "钟");
        if (minutes is not (> 0 and < 30) || ChineseNumbers.ReadWithin(tokens, hourAt, 1, 24, out var unitAt) is not { } hour || !tokens.IsHan(unitAt, '点'))
        {
            return null;
        }

        next = unitAt + 1;
        HanWords.Skip(tokens, ref next, "钟", "整");
        return DayTime.OfMinute(hour - 1, 60 - minutes.Value);
    }

    /// <param name="tokens">The text.</param>
    /// <param name="at">Where to read.</param>
    /// <param name="sure">A day or a part of the day stands before: "三点" is then no count of points.</param>
    /// <param name="next">The token behind it.</param>
    private static DayTime? Clock(TokenStream tokens, int at, bool sure, out int next)
    {
        next = at;
        if (tokens.IsHan(at, '差'))
        {
            return sure ? Short(tokens, at, out next) : null;
        }

        if (tokens.IsNumber(at) && tokens.IsTightSymbol(at + 1, ':'))
        {
            return sure ? EnglishClock.Parse(tokens, at, out next) : null;
        }

        if (
            (ChineseNumbers.IsInsideNumeral(tokens, at) && !(sure && ChineseGlue.EndsWeekday(tokens, at)))
            || ChineseNumbers.ReadWithin(tokens, at, 0, 24, out var unitAt) is not { } number)
        {
            return null;
        }

        var hour = number == 24 ? 0 : number;
        var sharp = tokens.IsHan(unitAt, '点');
        if (!sharp && !(tokens.IsHan(unitAt, '时') && sure))
        {
            return null;
        }

        next = unitAt + 1;
        if (Minutes(tokens, next, out var afterMinutes) is { } minutes)
        {
            next = afterMinutes;
            return DayTime.OfMinute(hour, minutes);
        }

        if (HanWords.Skip(tokens, ref next, "钟", "整"))
        {
            return DayTime.OfHour(hour);
        }

        // "今天一点都不想去": a bit, not an hour.
        var aBit = hour == 1 && sharp && tokens.IsHanOf(next, "都也不没儿点");
        return sure && !aBit ? DayTime.OfHour(hour) : null;
    }

    private static int? Minutes(TokenStream tokens, int at, out int next)
    {
        next = at + 1;
        if (tokens.IsHan(at, '半'))
        {
            return 30;
        }

        if (tokens.IsHan(at + 1, '刻') && tokens.IsHanOf(at, "一三"))
        {
            next = at + 2;
            return tokens.IsHan(at, '一') ? 15 : 45;
        }

        if (ChineseNumbers.ReadWithin(tokens, at, 0, 59, out next) is not { } minutes)
        {
            return null;
        }

        if (tokens.IsHan(next, '分'))
        {
            next++;
            return minutes;
        }

        // "三点二十", but not "三点一个".
        return minutes >= 10 && !tokens.IsHanOf(next, "个天年月") ? minutes : null;
    }
}
