namespace Remanence.Time;

/// <summary>Days of every month: "the 1st and 15th of every month", "the second Tuesday of each month", "the last day of every other month".</summary>
internal static class EnglishMonthDays
{
    // Who names more days than this names numbers.
    private const int LongestList = 8;

    /// <summary>Days of which the text says that every month has them.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="at">The first day, behind its article.</param>
    /// <param name="every">"every" stands before: "every 15th of the month".</param>
    public static Parsed? OfEveryMonth(TokenStream tokens, int at, bool every)
    {
        if (Named(tokens, at, out var next) is { } days)
        {
            return Interval(tokens, next, every, out next) is { } interval
                ? new Parsed(next, Recurring.OnMonthDays(tokens.Context, days.Days, days.Time, interval))
                : null;
        }

        return NthWeekday(tokens, at, out var weekday, out next) is { } nth && Interval(tokens, next, every, out next) is { } months
            && Recurring.OnNthWeekday(tokens.Context, nth, weekday, months) is { } pattern
            ? EnglishClock.Attach(tokens, new Parsed(next, pattern))
            : null;
    }

    /// <summary>The days behind "every month on".</summary>
    public static Parsed? Behind(TokenStream tokens, int at, int interval)
    {
        var from = tokens.Is(at, TermKind.The) ? at + 1 : at;
        if (Named(tokens, from, out var next) is { } days)
        {
            return EnglishClock.Attach(tokens, new Parsed(next, Recurring.OnMonthDays(tokens.Context, days.Days, days.Time, interval)));
        }

        return NthWeekday(tokens, from, out var weekday, out next) is { } nth && Recurring.OnNthWeekday(tokens.Context, nth, weekday, interval) is { } pattern
            ? EnglishClock.Attach(tokens, new Parsed(next, pattern))
            : null;
    }

    /// <summary>"second Tuesday", "last Friday": -1 for the last.</summary>
    public static int? NthWeekday(TokenStream tokens, int at, out int weekday, out int next)
    {
        var nth = Ordinal(tokens, at, out next);
        weekday = tokens[next].Term.Value;
        return nth is -1 or (>= 1 and <= 5) && tokens[next++].Term is { Kind: TermKind.Weekday } day && !day.Has(TermMarks.Plural) ? nth : null;
    }

    /// <summary>"1st and 15th", "last day".</summary>
    private static DayList? Named(TokenStream tokens, int at, out int next)
    {
        next = at;
        var list = default(DayList);
        DayList? read = null;
        var closes = true;
        for (var memberAt = at; list.Count < LongestList && Days(tokens, memberAt, out var afterMember) is { } days && list.Add(days);)
        {
            if (closes)
            {
                (read, next) = (list, afterMember);
            }

            if (!EnglishLists.Joint(tokens, afterMember, out memberAt, out closes))
            {
                break;
            }
        }

        return read;
    }

    private static uint? Days(TokenStream tokens, int at, out int next)
    {
        var ordinal = Ordinal(tokens, at, out next);
        var isDay = tokens[next].Term is { Kind: TermKind.Unit, Value: (sbyte)TimeUnit.Day } unit && !unit.Has(TermMarks.Short);
        next += isDay ? 1 : 0;
        if (ordinal is < 1 or > 31 || tokens.Is(next, TermKind.Weekday))
        {
            return isDay && ordinal == -1 ? 1u : null;
        }

        if (tokens.Kind(next) is TermKind.To or TermKind.Until || tokens.IsSymbol(next, '-'))
        {
            var lastAt = tokens.Is(next + 1, TermKind.The) ? next + 2 : next + 1;
            if (Ordinal(tokens, lastAt, out var afterLast) is var last and <= 31 && last > ordinal)
            {
                next = afterLast;
                return DayList.MonthDays(ordinal, last);
            }
        }

        return 1u << ordinal;
    }

    // 0 where there is none.
    private static int Ordinal(TokenStream tokens, int at, out int next)
    {
        next = at + 1;
        var token = tokens[at];
        if (token.Term.Kind == TermKind.Last)
        {
            return token.Term.Value == 0 ? -1 : 0;
        }

        return token.Kind != TokenKind.Number ? EnglishNumbers.OrdinalWord(tokens, at, out next) : token.Has(TokenMarks.Ordinal) ? token.Value : 0;
    }

    // "of every month", "of each second month"; behind "every" also "of the month".
    private static int? Interval(TokenStream tokens, int at, bool every, out int next)
    {
        next = at;
        if (tokens.Kind(at) is not (TermKind.Of or TermKind.In))
        {
            return null;
        }

        if (every && tokens.Is(at + 1, TermKind.The) && tokens[at + 2].Term is { Kind: TermKind.Unit, Value: (sbyte)TimeUnit.Month } month && !month.Has(TermMarks.Plural))
        {
            next = at + 3;
            return 1;
        }

        return EnglishRecurring.EveryUnit(tokens, at + 1, out next) is (TimeUnit.Month, var interval) ? interval : null;
    }
}
