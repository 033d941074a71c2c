using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time.English;

/// <summary>The weekdays of a recurring time: "Monday and Wednesday", "Tuesdays &amp; Thursdays at 6 pm", "Monday to Friday", "Monday evenings".</summary>
internal static class EnglishWeekdays
{
    /// <param name="tokens">The text.</param>
    /// <param name="at">The first day.</param>
    /// <param name="plural">Nothing else says that they come again: only as far as plurals do.</param>
    /// <param name="next">The token behind them.</param>
    public static DayList? Read(TokenStream tokens, int at, bool plural, out int next)
    {
        next = at;
        var list = default(DayList);
        DayList? read = null;
        var closes = true;
        for (var memberAt = at; Member(tokens, memberAt, out var member) is { } day && list.Add(day, member.Pattern.Time, member.Pattern.Fuzzy);)
        {
            if (list.Count > 1 && EnglishLists.BeginsClause(tokens, at, member.Next))
            {
                break;
            }

            if (closes && (!plural || member.Pattern.Recurring))
            {
                (read, next) = (list, member.Next);
            }

            if (!EnglishLists.Joint(tokens, member.Next, out memberAt, out closes))
            {
                break;
            }
        }

        return read;
    }

    /// <summary>One day, some days in a row or a weekend, with its time; marked as recurring where its words are plural.</summary>
    private static uint? Member(TokenStream tokens, int at, out ParsedPattern member)
    {
        member = default;
        if (Days(tokens, at, out var next, out var plural) is not { } days)
        {
            return null;
        }

        var day = new ParsedPattern(next, TimePattern.Weekly(0));
        if (tokens[next].Term is { Kind: TermKind.DayPart } part && part.Has(TermMarks.Plural))
        {
            (day, plural) = (new ParsedPattern(next + 1, day.Pattern.At(DayTime.OfPart(part.Value))), true);
        }

        var timed = EnglishDayTimes.Attach(tokens, day)!.Value;
        member = plural ? timed with { Pattern = timed.Pattern.AsRecurring() } : timed;
        return days;
    }

    private static uint? Days(TokenStream tokens, int at, out int next, out bool plural)
    {
        var term = tokens[at].Term;
        (next, plural) = (at + 1, term.Has(TermMarks.Plural));
        switch (term.Kind)
        {
            case TermKind.Unit when (TimeUnit)term.Value == TimeUnit.Weekend:
                return Recurring.Weekend;
            case TermKind.WorkingDays:
                plural = term.Value == 1;
                return Recurring.WorkingDays;
            case TermKind.Weekday when EnglishGuards.WeekdayAllowed(tokens, at, guarded: true):
                next = AfterName(tokens, at);
                break;
            default:
                return null;
        }

        var ranges = tokens.Kind(next) is TermKind.To or TermKind.Until || tokens.IsSymbol(next, '-');
        if (!ranges || tokens[next + 1].Term is not { Kind: TermKind.Weekday } last || !EnglishGuards.WeekdayAllowed(tokens, next + 1, guarded: true))
        {
            return 1u << term.Value;
        }

        plural = last.Has(TermMarks.Plural);
        next = AfterName(tokens, next + 1);
        return DayList.Weekdays(term.Value, last.Value);
    }

    // "Mon."
    private static int AfterName(TokenStream tokens, int at) =>
        tokens[at].Term.Has(TermMarks.Short) && tokens.IsTightSymbol(at + 1, '.') && tokens[at + 2].Sentence == tokens[at].Sentence ? at + 2 : at + 1;
}
