using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;
using Remanence.Text.Time.Verbs;

namespace Remanence.Text.Time.English;

/// <summary>
/// Days that share a month named before or behind them: "18 and 19 April", "the 3rd or the 5th of June", "May 3, 5 and 7", "on the 8th, 9th and 10th".
/// </summary>
internal static class EnglishDayLists
{
    // Who names more days than this names numbers.
    private const int LongestList = 5;

    /// <summary>A day whose month stands behind the list that it begins.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="next">Behind the day.</param>
    /// <param name="day">The day.</param>
    public static ParsedPattern? MonthBehind(TokenStream tokens, int next, int day)
    {
        var at = next;
        for (var i = 0; i < LongestList && EnglishLists.Joint(tokens, at, out var memberAt, out _); i++)
        {
            if (EnglishNumbers.DayOfMonth(tokens, memberAt, out var afterMember) == 0)
            {
                return null;
            }

            at = afterMember;
            if (MonthAt(tokens, at) is var (month, year))
            {
                return EnglishDates.Days(next, year, month, day, day);
            }
        }

        return null;
    }

    private static int Behind(TokenStream tokens, int article) => tokens.Is(article, TermKind.The) ? article + 1 : article;

    /// <summary>A day that goes on a list of days of one month.</summary>
    public static ParsedPattern? MonthBefore(TokenStream tokens, int at)
    {
        if (
            tokens.PreviousDay is not { } day
            || EnglishNumbers.DayOfMonth(tokens, at, out var next) is not (> 0 and var number)
            || !EnglishLists.Joint(tokens, tokens.PreviousEnd, out var memberAt, out _)
            || memberAt != at
            || tokens.Is(next, TermKind.Month)
            || !Closes(tokens, at, next))
        {
            return null;
        }

        return Following(tokens, at, next, day, number);
    }

    /// <summary>
    /// The next day of a list. It shares the month that was named; where none was, the days are told as they come ("the 28th, the 30th and the 2nd"), and what
    /// was done on one is over.
    /// </summary>
    public static ParsedPattern? Following(TokenStream tokens, int at, int next, int day, int number)
    {
        var (year, month, before) = CalendarMath.Date(day);
        if (!tokens.PreviousMonthNamed && number <= before)
        {
            (year, month) = CalendarMath.NormalizeMonth(year, month + 1);
        }

        return !tokens.PreviousMonthNamed && tokens.TenseAt(at) == Tense.Past && CalendarMath.DayNumber(year, month, number) > tokens.Context.Today
            ? new ParsedPattern(next, TimePattern.Monthly(number))
            : EnglishDates.Days(next, year, month, number, number);
    }

    /// <summary>"the 12th through the 15th"</summary>
    public static (ParsedPattern First, ParsedPattern Last)? Range(TokenStream tokens, int at)
    {
        var from = Behind(tokens, at);
        if (!tokens[from].Has(TokenMarks.Ordinal) || EnglishNumbers.DayOfMonth(tokens, from, out var next) is not (> 0 and var first)
            || tokens.Kind(next) is not (TermKind.To or TermKind.Until))
        {
            return null;
        }

        var lastAt = Behind(tokens, next + 1);
        return
            tokens[lastAt].Has(TokenMarks.Ordinal)
            && EnglishNumbers.DayOfMonth(tokens, lastAt, out var end) is var last
            && last > first
            && Closes(tokens, lastAt, end)
            ? (new ParsedPattern(next, TimePattern.Monthly(first)), new ParsedPattern(end, TimePattern.Monthly(last)))
            : null;
    }

    /// <summary>The second day of "between May 4th and 6th".</summary>
    public static ParsedPattern? LastDay(TokenStream tokens, ParsedPattern first) =>
        first.Pattern is { Kind: PatternKind.Yearly, Rule: { Kind: YearlyKind.Days, IsSingleDay: true } begun }
            && EnglishNumbers.DayOfMonth(tokens, first.Next + 1, out var next) is var day && day > begun.Second && Closes(tokens, first.Next + 1, next)
            ? new ParsedPattern(next, TimePattern.Monthly(day))
            : null;

    /// <summary>No noun follows that the number would count or order: "on the 5th I left", but not "the 5th floor" or "3 and 5 people".</summary>
    public static bool Closes(TokenStream tokens, int at, int next)
    {
        var ordinal = tokens[at].Kind != TokenKind.Number || tokens[at].Has(TokenMarks.Ordinal);
        var after = tokens[next];
        return after.Kind is TokenKind.Edge or TokenKind.Symbol
            || after.Term.Kind is TermKind.And or TermKind.Or
            || after.Term is { Kind: TermKind.Clause, Value: 1 }
            || (
                ordinal
                && after.Kind == TokenKind.Word
                && (
                    after.Term.Kind
                        is TermKind.Clause
                            or TermKind.Auxiliary
                            or TermKind.Future
                            or TermKind.At
                            or TermKind.In
                            or TermKind.For
                            or TermKind.From
                            or TermKind.To
                            or TermKind.By
                            or TermKind.Until
                            or TermKind.When
                            or TermKind.Around
                            or TermKind.The
                            or TermKind.This
                            or TermKind.DayPart
                            or TermKind.Before
                            or TermKind.After
                            or TermKind.Recently
                    || EnglishTenseReader.KindOf(tokens, next)
                        is VerbKind.Adverb
                            or VerbKind.Past
                            or VerbKind.Modal
                            or VerbKind.Pronoun
                            or VerbKind.Be
                            or VerbKind.BePast
                            or VerbKind.Have
                            or VerbKind.Had
                    || tokens.IsWord(next, "because")
                    || tokens.IsWord(next, "instead")
                    || tokens.IsWord(next, "my")
                    || tokens.IsWord(next, "our")));
    }

    private static (int Month, int? Year)? MonthAt(TokenStream tokens, int at)
    {
        var monthAt = tokens.Is(at, TermKind.Of) ? at + 1 : at;
        if (
            tokens.Is(monthAt, TermKind.Month)
            && !(tokens[monthAt].Term.Has(TermMarks.Ambiguous) && !tokens[monthAt].Has(TokenMarks.Capital) && tokens.Is(monthAt + 1, TermKind.Verb)))
        {
            var year = EnglishYears.After(tokens, monthAt + 1, out _);
            return (tokens[monthAt].Term.Value, year);
        }

        return monthAt > at && EnglishDates.Period(tokens, monthAt) is { Pattern: { Rule.Kind: YearlyKind.Month, Year: { } own } period }
            ? (period.Rule.First, own)
            : null;
    }
}
