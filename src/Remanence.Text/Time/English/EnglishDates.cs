using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.English;

/// <summary>Dates by name: months, weekdays, seasons, quarters, holidays and what is counted within them.</summary>
internal static class EnglishDates
{
    private const int AnyLeapYear = 2024;

    /// <param name="tokens">The text.</param>
    /// <param name="at">Where to read.</param>
    /// <param name="guarded">Words around leave no doubt that a time follows.</param>
    public static ParsedPattern? Parse(TokenStream tokens, int at, bool guarded)
    {
        var token = tokens[at];
        var byName = token.Term.Kind switch
        {
            TermKind.Month => MonthFirst(tokens, at, guarded),
            TermKind.Weekday when !token.Term.Has(TermMarks.Plural) => WeekdayFirst(tokens, at, guarded),
            TermKind.Season when !token.Term.Has(TermMarks.Plural) => SeasonFirst(tokens, at, guarded),
            TermKind.QuarterLetter => Quarter(tokens, at),
            TermKind.Unit when (TimeUnit)token.Term.Value == TimeUnit.Year && !token.Term.Has(TermMarks.Plural) => YearNumbered(tokens, at),
            TermKind.Tens when token.Term.Has(TermMarks.Plural) => DecadeNamed(tokens, at),
            TermKind.Ordinal or TermKind.Tens => OrdinalFirst(tokens, at, guarded),
            TermKind.Last => Counted(tokens, at + 1, -1),
            _ when token.Kind == TokenKind.Number => token.Has(TokenMarks.Ordinal)
                ? OrdinalFirst(tokens, at, guarded)
                : EnglishNumericDates.Parse(tokens, at, guarded),
            _ => null,
        };
        return token.Term.Has(TermMarks.Holiday) ? ParsedPattern.Longer(HolidayFirst(tokens, at), byName) : byName;
    }

    /// <summary>A month, season or holiday by its name, where words before leave no doubt.</summary>
    public static ParsedPattern? Named(TokenStream tokens, int at) => tokens.Kind(at) switch
    {
        TermKind.Month => MonthFirst(tokens, at, guarded: true),
        _ when tokens[at].Term.Has(TermMarks.Holiday) && HolidayFirst(tokens, at) is { } holiday => holiday,
        TermKind.Season => SeasonFirst(tokens, at, guarded: true),
        _ => null,
    };

    /// <summary>A date, as long as the calendar has such a day in that (or in a leap) year.</summary>
    public static ParsedPattern? Days(int next, int? year, int month, int from, int to)
    {
        var rule = new YearlyRule(YearlyKind.Days, month, from, to);
        return rule.SpanIn(year ?? AnyLeapYear) is null ? null : new ParsedPattern(next, TimePattern.Yearly(rule, year));
    }

    /// <summary>"May", "May 7", "May 5-7, 2023", "May 2023", "Mar-15-2024".</summary>
    private static ParsedPattern? MonthFirst(TokenStream tokens, int at, bool guarded)
    {
        var month = tokens[at].Term.Value;
        if (EnglishGuards.IsGlued(tokens, at))
        {
            return null;
        }

        var afterName = at + 1;
        if (tokens[at].Term.Has(TermMarks.Short) && tokens.IsTightSymbol(afterName, '.'))
        {
            afterName++;
        }

        var dayAt = tokens.IsTightSymbol(afterName, '-') || tokens.Is(afterName, TermKind.The) ? afterName + 1 : afterName;
        if (EnglishNumbers.DayOfMonth(tokens, dayAt, out var next) is var day and > 0
            && !(tokens[at].Term.Has(TermMarks.Ambiguous) && (tokens.Is(next, TermKind.NotAYear) || tokens.Is(next, TermKind.Unit))))
        {
            var last = RangeEnd(tokens, ref next, day);
            var year = EnglishYears.After(tokens, next, out next);
            return Days(next, year, month, day, last);
        }

        var monthsYear = EnglishYears.After(tokens, afterName, out next);
        if (monthsYear is not null)
        {
            return new ParsedPattern(next, TimePattern.Yearly(YearlyRule.Month(month), monthsYear));
        }

        return EnglishGuards.MonthAllowed(tokens, at, guarded)
            ? new ParsedPattern(afterName, TimePattern.Yearly(YearlyRule.Month(month)))
            : null;
    }

    // "5-7", "5 to 7"; the day itself where no range follows.
    private static int RangeEnd(TokenStream tokens, ref int next, int day, bool ofMonth = false)
    {
        if (!tokens.IsSymbol(next, '-') && !tokens.Is(next, TermKind.To) && !tokens.Is(next, TermKind.Until))
        {
            return day;
        }

        var lastAt = tokens.Is(next + 1, TermKind.The) ? next + 2 : next + 1;
        var last = EnglishNumbers.DayOfMonth(tokens, lastAt, out var afterLast);
        if (last <= day || (!ofMonth && tokens.Is(afterLast, TermKind.Month)) || !EnglishGuards.EndsCleanly(tokens, afterLast))
        {
            return day;
        }

        next = afterLast;
        return last;
    }

    /// <summary>"Friday", "Friday, May 7 2023", "Friday the 7th", "Friday of last week".</summary>
    private static ParsedPattern? WeekdayFirst(TokenStream tokens, int at, bool guarded)
    {
        var weekday = tokens[at].Term.Value;
        var next = at + 1;
        if (tokens[at].Term.Has(TermMarks.Short) && tokens.IsTightSymbol(next, '.'))
        {
            next++;
        }

        var dateAt = tokens.IsSymbol(next, ',') ? next + 1 : next;
        dateAt = tokens.Is(dateAt, TermKind.The) ? dateAt + 1 : dateAt;
        if (tokens.Kind(dateAt) is TermKind.Month or TermKind.Ordinal or TermKind.Tens || tokens.IsNumber(dateAt))
        {
            var date = Parse(tokens, dateAt, guarded: tokens.Is(dateAt - 1, TermKind.The));
            if (date is { Pattern.IsSingleDay: true })
            {
                return date;
            }
        }

        var weekAt = tokens.Is(next, TermKind.Of) ? next + 1 : next;
        if (
            tokens[weekAt + 1].Term is { Kind: TermKind.Unit, Value: (sbyte)TimeUnit.Week }
            && tokens.Kind(weekAt) is TermKind.Last or TermKind.This or TermKind.Next)
        {
            var weeks = tokens.Kind(weekAt) switch { TermKind.Last => -1, TermKind.This => 0, _ => 1 };
            return new ParsedPattern(weekAt + 2, TimePattern.OfDay(CalendarMath.Monday(tokens.Context.Today) + (7 * weeks) + weekday));
        }

        if (EnglishRelatives.Weeks(tokens, next, out var afterWeeks) is { } away)
        {
            return new ParsedPattern(afterWeeks, TimePattern.OfDay(CalendarMath.Monday(tokens.Context.Today) + (7 * away) + weekday));
        }

        return EnglishGuards.WeekdayAllowed(tokens, at, guarded) ? new ParsedPattern(next, TimePattern.Weekly(weekday)) : null;
    }

    private static ParsedPattern? SeasonFirst(TokenStream tokens, int at, bool guarded)
    {
        var rule = new YearlyRule(YearlyKind.Season, tokens[at].Term.Value);
        if (EnglishYears.After(tokens, at + 1, out var next) is { } year)
        {
            return new ParsedPattern(next, TimePattern.Yearly(rule, year));
        }

        return EnglishGuards.SeasonAllowed(tokens, at, guarded) ? new ParsedPattern(at + 1, TimePattern.Yearly(rule)) : null;
    }

    private static ParsedPattern? HolidayFirst(TokenStream tokens, int at)
    {
        if (EnglishHolidays.Parse(tokens, at, out var next) is not { } holiday)
        {
            return null;
        }

        var year = EnglishYears.After(tokens, next, out next);
        return new ParsedPattern(next, TimePattern.Yearly(new YearlyRule(YearlyKind.Holiday, (int)holiday), year));
    }

    /// <summary>"the nineties"</summary>
    private static ParsedPattern? DecadeNamed(TokenStream tokens, int at) =>
        EnglishGuards.NamesDecade(tokens, at)
            ? new ParsedPattern(
                at + 1,
                TimePattern.Yearly(new YearlyRule(YearlyKind.Decade), EnglishNumericDates.DecadeOf(tokens[at].Term.Value, tokens.Context.Year)))
            : null;

    /// <summary>"year 2021"</summary>
    private static ParsedPattern? YearNumbered(TokenStream tokens, int at) =>
        EnglishGuards.YearAllowed(tokens, at + 1, guarded: true)
            ? new ParsedPattern(at + 2, TimePattern.Yearly(new YearlyRule(YearlyKind.WholeYear), tokens[at + 1].Value))
            : null;

    private static ParsedPattern? Quarter(TokenStream tokens, int at)
    {
        if (tokens[at + 1] is not { Kind: TokenKind.Number, Length: 1, Value: >= 1 and <= 4 } number || !tokens.IsTight(at + 1))
        {
            return null;
        }

        var year = EnglishYears.After(tokens, at + 2, out var next);
        return new ParsedPattern(next, TimePattern.Yearly(new YearlyRule(YearlyKind.Quarter, number.Value), year));
    }

    /// <summary>"seventh of May", "7th May 2023", "first week of June", "third quarter of 2021", "the 7th".</summary>
    private static ParsedPattern? OrdinalFirst(TokenStream tokens, int at, bool guarded)
    {
        if (EnglishGuards.IsGlued(tokens, at))
        {
            return null;
        }

        var token = tokens[at];
        var next = at + 1;
        var ordinal = token.Kind == TokenKind.Number ? token.Value : EnglishNumbers.OrdinalWord(tokens, at, out next);
        if (ordinal is < 1 or > 31)
        {
            return null;
        }

        var last = ordinal;
        if (token.Kind == TokenKind.Number)
        {
            last = RangeEnd(tokens, ref next, ordinal, ofMonth: true);
        }

        var monthAt = tokens.Is(next, TermKind.Of) ? next + 1 : next;
        if (tokens.Is(monthAt, TermKind.Month))
        {
            return EnglishNumericDates.InMonth(tokens, monthAt, ordinal, last);
        }

        if (last == ordinal && EnglishDayLists.MonthBehind(tokens, next, ordinal) is { } listed)
        {
            return listed;
        }

        if (tokens.Is(next, TermKind.Of) && Period(tokens, next + 1) is { Pattern: { Rule.Kind: YearlyKind.Month, Year: { } monthsYear } month } container)
        {
            return Days(container.Next, monthsYear, month.Rule.First, ordinal, last);
        }

        if (Counted(tokens, next, ordinal) is { } counted)
        {
            return counted;
        }

        // "the 4th till the 8th": two days, each of its month.
        next = last == ordinal ? next : at + 1;
        var theNth = token.Kind == TokenKind.Number && tokens.Is(at - 1, TermKind.The)
            && (
                guarded
                || tokens.Kind(at - 2)
                    is TermKind.On
                        or TermKind.Since
                        or TermKind.Until
                        or TermKind.By
                        or TermKind.Before
                        or TermKind.After
                        or TermKind.For
                        or TermKind.Around
                || (tokens.Is(at - 2, TermKind.To) && Expectations.IsGoal(tokens, at - 3)))
            && EnglishDayLists.Closes(tokens, at, next);
        return theNth ? new ParsedPattern(next, TimePattern.Monthly(ordinal)) : null;
    }

    /// <summary>What an ordinal counts: "week of June", "Friday of March", "half of 2023"; -1 counts from the end.</summary>
    private static ParsedPattern? Counted(TokenStream tokens, int at, int ordinal)
    {
        if (!(tokens.Is(at + 1, TermKind.Of) || tokens.Is(at + 1, TermKind.In)) || Period(tokens, at + 2) is not { } container)
        {
            return null;
        }

        var month = container.Pattern.Rule.Kind == YearlyKind.Month ? container.Pattern.Rule.First : 0;
        var wholeYear = container.Pattern.Rule.Kind == YearlyKind.WholeYear;
        var term = tokens[at].Term;
        YearlyRule? rule = term.Kind switch
        {
            TermKind.Weekday when month > 0 => new(YearlyKind.NthWeekday, month, ordinal, term.Value),
            TermKind.Unit when month > 0 => CountedInMonth((TimeUnit)term.Value, month, ordinal),
            TermKind.Unit when wholeYear && (TimeUnit)term.Value == TimeUnit.Quarter && ordinal is >= 1 and <= 4 => new(YearlyKind.Quarter, ordinal),
            TermKind.Unit when wholeYear && (TimeUnit)term.Value == TimeUnit.Month && ordinal is -1 or (>= 1 and <= 12) => YearlyRule.Month(
                ordinal < 0 ? 12 : ordinal),
            TermKind.Unit when wholeYear && (TimeUnit)term.Value == TimeUnit.Day && ordinal is 1 or -1 => ordinal < 0
                ? YearlyRule.Day(12, 31)
                : YearlyRule.Day(1, 1),
            TermKind.Half when ordinal is 1 or 2 or -1 => container.Pattern.Rule.Narrow(ordinal == 1 ? PeriodPart.FirstHalf : PeriodPart.SecondHalf),
            _ => null,
        };
        return rule is { } found ? new ParsedPattern(container.Next, TimePattern.Yearly(found, container.Pattern.Year)) : null;
    }

    private static YearlyRule? CountedInMonth(TimeUnit unit, int month, int ordinal) => unit switch
    {
        TimeUnit.Week => new(YearlyKind.NthWeek, month, ordinal),
        TimeUnit.Weekend => new(YearlyKind.NthWeekend, month, ordinal),
        TimeUnit.Day => ordinal > 0 ? YearlyRule.Day(month, ordinal) : new(YearlyKind.LastDay, month),
        _ => null,
    };

    /// <summary>A month, season, year or decade that has parts: "May", "last month", "the year", "the 90s".</summary>
    public static ParsedPattern? Period(TokenStream tokens, int at)
    {
        var from = tokens.Is(at, TermKind.The) ? at + 1 : at;
        var context = tokens.Context;
        if (from > at && tokens[from].Term is { Kind: TermKind.Unit } unit && !unit.Has(TermMarks.Plural))
        {
            switch ((TimeUnit)unit.Value)
            {
                case TimeUnit.Month:
                    return new ParsedPattern(from + 1, TimePattern.Yearly(YearlyRule.Month(context.Month), context.Year));
                case TimeUnit.Year:
                    var written = EnglishYears.After(tokens, from + 1, out var next);
                    return new ParsedPattern(next, TimePattern.Yearly(new YearlyRule(YearlyKind.WholeYear), written ?? context.Year));
            }
        }

        var named = tokens.Kind(from) switch
        {
            TermKind.Month => MonthFirst(tokens, from, guarded: true),
            TermKind.Season => SeasonFirst(tokens, from, guarded: true),
            TermKind.Tens when tokens[from].Term.Has(TermMarks.Plural) => DecadeNamed(tokens, from),
            _ when tokens[from] is { Kind: TokenKind.Number } number && !number.Has(TokenMarks.Ordinal) => EnglishNumericDates.Parse(
                tokens,
                from,
                guarded: true),
            _ => null,
        };
        var found = ParsedPattern.Longer(EnglishChoices.Parse(tokens, from), named);
        return
            found is { Pattern.Kind: PatternKind.Yearly, Pattern.Rule.Kind: YearlyKind.Month or YearlyKind.WholeYear or YearlyKind.Season or YearlyKind.Decade }
            ? found
            : null;
    }
}
