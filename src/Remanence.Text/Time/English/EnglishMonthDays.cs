using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.English;

/// <summary>Days of every month: "the 1st and 15th of every month", "the second Tuesday of each month", "the last day of every other month".</summary>
internal static class EnglishMonthDays
{
    // Who names more days than this names numbers.
    private const int LongestList = 8;

    /// <summary>Days of which the text says that every month has them.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="at">The first day, behind its article.</param>
    /// <param name="every">"every" stands before: "every 15th of the month".</param>
    public static ParsedPattern? OfEveryMonth(TokenStream tokens, int at, bool every)
    {
        if (NthWeekday(tokens, at, out var weekday, out var next) is { } nths)
        {
            return Interval(tokens, next, every, out next) is { } months ? OnNthWeekday(tokens, next, nths, weekday, months) : null;
        }

        return Named(tokens, at, out next) is { } days && Interval(tokens, next, every, out next) is { } interval ? OnDays(tokens, next, days, interval) : null;
    }

    /// <summary>The days behind "every month on".</summary>
    public static ParsedPattern? Behind(TokenStream tokens, int at, int interval)
    {
        var from = tokens.Is(at, TermKind.The) ? at + 1 : at;
        return NthWeekday(tokens, from, out var weekday, out var next) is { } nths ? OnNthWeekday(tokens, next, nths, weekday, interval)
            : Named(tokens, from, out next) is { } days ? OnDays(tokens, next, days, interval)
            : null;
    }

    /// <summary>That weekday of the month with the hour that follows.</summary>
    public static ParsedPattern? OnNthWeekday(TokenStream tokens, int next, int nths, int weekday, int interval) =>
        Timed(tokens, next) is var hour && Recurring.OnNthWeekday(tokens.Context, nths, weekday, hour.Pattern.Time, interval) is { } pattern
            ? new ParsedPattern(hour.Next, pattern.AsFuzzy(hour.Pattern.Fuzzy))
            : null;

    private static ParsedPattern OnDays(TokenStream tokens, int next, DayList days, int interval)
    {
        var hour = Timed(tokens, next);
        return new ParsedPattern(hour.Next, Recurring.OnMonthDays(tokens.Context, days.Days, hour.Pattern.Time, interval).AsFuzzy(hour.Pattern.Fuzzy));
    }

    private static ParsedPattern Timed(TokenStream tokens, int next) => EnglishDayTimes.Attach(tokens, new ParsedPattern(next, TimePattern.Monthly(1)))!.Value;

    /// <summary>"second Tuesday", "first and last Friday", as <see cref="Recurrence.Nths"/> has them.</summary>
    public static int? NthWeekday(TokenStream tokens, int at, out int weekday, out int next)
    {
        var nths = 0;
        next = at;
        do
        {
            var nth = Ordinal(tokens, next, out next);
            if (nth is not (-1 or (>= 1 and <= 5)) || (nths & Recurrence.NthBit(nth)) != 0)
            {
                break;
            }

            nths |= Recurrence.NthBit(nth);
            if (tokens[next].Term is { Kind: TermKind.Weekday } day && !day.Has(TermMarks.Plural))
            {
                weekday = day.Value;
                next++;
                return nths;
            }
        }
        while (EnglishLists.Joint(tokens, next, out next, out _));
        weekday = 0;
        return null;
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

        if (
            every
            && tokens.Is(at + 1, TermKind.The)
            && tokens[at + 2].Term is { Kind: TermKind.Unit, Value: (sbyte)TimeUnit.Month } month
            && !month.Has(TermMarks.Plural))
        {
            next = at + 3;
            return 1;
        }

        return EnglishRecurring.EveryUnit(tokens, at + 1, out next) is (TimeUnit.Month, var interval) ? interval : null;
    }
}
