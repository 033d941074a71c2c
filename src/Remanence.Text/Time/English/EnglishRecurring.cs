using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.English;

/// <summary>Recurring times in English: "every Monday and Wednesday", "every other week on Tuesday", "Mondays", "Thursday evenings", "fortnightly".</summary>
internal static class EnglishRecurring
{
    // Months and dates in one list; more are no habit.
    private const int LongestList = 12;

    /// <summary>"every Monday", "each summer", "every morning", "every two weeks", "every second Tuesday", "every 3 months on the 1st".</summary>
    public static ParsedPattern? Every(TokenStream tokens, int at)
    {
        at += tokens.IsWord(at + 1, "single") ? 1 : 0;
        if (EnglishMonthDays.OfEveryMonth(tokens, at + 1, every: true) is { } ofMonth)
        {
            return ofMonth;
        }

        if (Dated(tokens, at + 1, interval: 1) is { } dated)
        {
            return dated;
        }

        // "every first Friday" is the month's; "every second Friday" is every other one.
        if (EnglishMonthDays.NthWeekday(tokens, at + 1, out var weekday, out var next) is (0b10 or 0b01) and { } nth)
        {
            return EnglishMonthDays.OnNthWeekday(tokens, next, nth, weekday, interval: 1);
        }

        var interval = Interval(tokens, at + 1, out next, out var counted);
        var term = tokens[next].Term;
        if (term.Has(TermMarks.Plural) != counted || (term.Has(TermMarks.Short) && term.Kind == TermKind.Unit && !counted))
        {
            return null;
        }

        return term.Kind switch
        {
            TermKind.Unit when (TimeUnit)term.Value != TimeUnit.Weekend => InUnit(tokens, next + 1, (TimeUnit)term.Value, interval),
            TermKind.DayPart => EnglishDayTimes.Attach(
                tokens,
                new ParsedPattern(
                next + 1,
                TimePattern.Daily(DayTime.OfPart(term.Value)).AsRecurring(new Recurrence(Frequency.Daily) { Interval = interval }))),
            TermKind.Unit or TermKind.Weekday or TermKind.WorkingDays => OnWeekdays(tokens, next, plural: false, interval),
            _ => interval > 1 ? Dated(tokens, next, interval) : null,
        };
    }

    /// <summary>"Mondays", "Monday and Thursday evenings", "on weekends", "Monday to Thursday every week", "Mondays every other week".</summary>
    public static ParsedPattern? Weekdays(TokenStream tokens, int at)
    {
        var term = tokens[at].Term;
        var before = tokens.Kind(at - 1);
        var begins = term.Kind == TermKind.Weekday
            || (term.Kind == TermKind.WorkingDays && ((term.Value == 1 && before == TermKind.On) || tokens[at + 1].Term is { Kind: TermKind.DayPart }))
            || (term.Kind == TermKind.Unit && (TimeUnit)term.Value == TimeUnit.Weekend && term.Has(TermMarks.Plural)
                && before is TermKind.On or TermKind.At or TermKind.During or TermKind.The);
        if (!begins)
        {
            return null;
        }

        if (EnglishWeekdays.Read(tokens, at, plural: false, out var next) is { } days)
        {
            if (EveryUnit(tokens, next, out var afterUnit) is var (unit, interval) && unit is TimeUnit.Week or TimeUnit.Fortnight)
            {
                return new ParsedPattern(afterUnit, Pattern(tokens, days, unit == TimeUnit.Fortnight ? 2 * interval : interval));
            }

            // "Mon, Wed and Fri I swim"
            if (days.Count > 2 && EnglishTenseReader.TellsHabit(tokens, next + 1))
            {
                return new ParsedPattern(next, Pattern(tokens, days, interval: 1));
            }
        }

        return OnWeekdays(tokens, at, plural: true, interval: 1);
    }

    /// <summary>"fortnightly", "bi-weekly on Tuesdays".</summary>
    public static ParsedPattern? Fortnightly(TokenStream tokens, int at) =>
        EveryUnit(tokens, at, out var next) is var (unit, interval) ? InUnit(tokens, next, unit, interval) : null;

    /// <summary>A date with "every year" behind it.</summary>
    public static ParsedPattern? EveryYear(TokenStream tokens, ParsedPattern dated) =>
        dated.Pattern.IsWithoutYear
        && EveryUnit(tokens, dated.Next, out var next) is (TimeUnit.Year, var interval)
        && Recurring.OnDate(dated.Pattern, interval) is { } pattern
            ? new ParsedPattern(next, pattern)
            : null;

    /// <summary>"every week", "every other month", "every second year", "every 3 months", "fortnightly".</summary>
    public static (TimeUnit Unit, int Interval)? EveryUnit(TokenStream tokens, int at, out int next)
    {
        next = at + 1;
        if (tokens.Is(at, TermKind.Fortnightly))
        {
            // "bi-weekly"
            var cut = tokens[at].Term.Value == 1;
            next += cut ? 2 : 0;
            return cut && !(tokens.IsTightSymbol(at + 1, '-') && tokens.IsWord(at + 2, "weekly")) ? null : (TimeUnit.Week, 2);
        }

        if (!tokens.Is(at, TermKind.Every))
        {
            return null;
        }

        var interval = Interval(tokens, at + 1, out var unitAt, out var counted);
        var term = tokens[unitAt].Term;
        next = unitAt + 1;
        return term.Kind == TermKind.Unit && term.Has(TermMarks.Plural) == counted && (counted || !term.Has(TermMarks.Short))
            ? ((TimeUnit)term.Value, interval)
            : null;
    }

    // "other", "second", "2nd", "two"; 1 where there is none.
    private static int Interval(TokenStream tokens, int at, out int next, out bool counted)
    {
        (next, counted) = (at + 1, false);
        var token = tokens[at];
        if (token.Term.Kind == TermKind.Other)
        {
            return 2;
        }

        var ordinal = token.Kind == TokenKind.Number ? (token.Has(TokenMarks.Ordinal) ? token.Value : 0) : EnglishNumbers.OrdinalWord(tokens, at, out next);
        if (ordinal > 1)
        {
            return ordinal;
        }

        if (
            EnglishNumbers.Count(tokens, at, out next) is { Fuzzy: false } quantity
            && quantity.Least % 2 == 0
            && quantity.Least / 2 is > 1 and <= Recurrence.LongestInterval)
        {
            counted = true;
            return quantity.Least / 2;
        }

        next = at;
        return 1;
    }

    // What follows says which days of the unit: "every week on Monday and Friday", "every year on May 3".
    private static ParsedPattern? InUnit(TokenStream tokens, int at, TimeUnit unit, int interval)
    {
        if (Recurring.Unit(tokens.Context, unit, interval) is not { } whole)
        {
            return null;
        }

        var on = tokens.IsSymbol(at, ',') ? at + 1 : at;
        var inside = (unit, tokens.Kind(on)) switch
        {
            (TimeUnit.Week, TermKind.On) => OnWeekdays(tokens, on + 1, plural: false, interval),
            (TimeUnit.Fortnight, TermKind.On) => OnWeekdays(tokens, on + 1, plural: false, 2 * interval),
            (TimeUnit.Month, TermKind.On) => EnglishMonthDays.Behind(tokens, on + 1, interval),
            (TimeUnit.Year, TermKind.On or TermKind.In or TermKind.At or TermKind.During) => Dated(tokens, on + 1, interval),
            (TimeUnit.Day, _) => EnglishDayTimes.Attach(tokens, new ParsedPattern(at, whole)),
            _ => null,
        };
        return inside ?? new ParsedPattern(at, whole);
    }

    private static ParsedPattern? OnWeekdays(TokenStream tokens, int at, bool plural, int interval) =>
        EnglishWeekdays.Read(tokens, at, plural, out var next) is { } days ? new ParsedPattern(next, Pattern(tokens, days, interval)) : null;

    // A weekend is one stretch of two days; Saturday and Sunday are two times.
    private static TimePattern Pattern(TokenStream tokens, DayList days, int interval) =>
        days is { Days: Recurring.Weekend, Count: 1, Time: null }
            ? Recurring.Unit(tokens.Context, TimeUnit.Weekend, interval)!.Value
            : Recurring.OnWeekdays(tokens.Context, (int)days.Days, days.Time, interval).AsFuzzy(days.Fuzzy);

    // "May 3", "March and September", "summer", "Christmas".
    private static ParsedPattern? Dated(TokenStream tokens, int at, int interval)
    {
        if (Date(tokens, tokens.Is(at, TermKind.The) ? at + 1 : at, interval) is not { } first)
        {
            return null;
        }

        var (read, joined) = (first, first.Pattern);
        var next = first.Next;
        for (var i = 0; i < LongestList && EnglishLists.Joint(tokens, next, out var memberAt, out var closes); i++)
        {
            // "every June and may ask": no month.
            var word = tokens[memberAt].Term.Has(TermMarks.Ambiguous) && !tokens[memberAt].Has(TokenMarks.Capital);
            if (word || Date(tokens, memberAt, interval) is not { } member
                || EnglishLists.BeginsClause(tokens, at, member.Next) || Recurring.Joined(tokens.Context, joined, member.Pattern) is not { } both)
            {
                break;
            }

            (joined, next) = (both, member.Next);
            read = closes ? new ParsedPattern(next, joined) : read;
        }

        return read;
    }

    private static ParsedPattern? Date(TokenStream tokens, int at, int interval) =>
        EnglishDayTimes.Attach(tokens, EnglishDates.Parse(tokens, at, guarded: true)) is { Pattern.IsWithoutYear: true } date
        && Recurring.OnDate(date.Pattern, interval) is { } pattern
            ? new ParsedPattern(date.Next, pattern)
            : null;
}
