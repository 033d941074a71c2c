using System.Text.RegularExpressions;
using Remanence.Memories;
using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;

namespace Remanence.Text.Time;

/// <summary>From which day the turns of "every other Monday" count, where the statement tells.</summary>
/// <remarks>
/// A day that the same statement names is taken for a turn where it is one of the rule's own days ("yesterday", said on a Tuesday), or where words say that it
/// begins there ("every two weeks starting June 3"). Any other day, and the day of speaking, is none: who says on a Monday that he swims every other one may
/// have swum the week before.
/// </remarks>
internal static partial class RecurrenceStart
{
    private const int Nearby = 40;

    // Never reached: what is matched is short.
    private const int MatchMilliseconds = 1_000;

    public static Recurrence Count(Recurrence rule, string text, IReadOnlyList<TimeMention> mentions)
    {
        if (rule.Interval == 1)
        {
            return rule;
        }

        foreach (var mention in mentions)
        {
            if (!mention.Recurring && !mention.Fuzzy && From(rule, text, mention) is { } counted)
            {
                return counted;
            }
        }

        return rule;
    }

    private static Recurrence? From(Recurrence rule, string text, TimeMention mention)
    {
        var first = CalendarMath.DayOf(mention.Interval.Start.Ticks);
        var since = mention.Precision == TimePrecision.Open && mention.Interval.Start > DateTimeOffset.MinValue;
        var isDay = since ? mention.Repeats is not null : mention.Precision != TimePrecision.Open && mention.Interval.Length <= TimeSpan.FromDays(1);
        if (rule.NamesDay && rule.Frequency != Frequency.Daily)
        {
            return isDay && mention.Interval.Start.Year is > 1 and < 9999 && rule.OccursIn(DayOf(mention.Interval.Start))
                ? rule with
                {
                    CountedFrom = first,
                }
                : null;
        }

        if (!since && !Before().IsMatch(text[Math.Max(0, mention.Start - Nearby)..mention.Start]))
        {
            return null;
        }

        // "since 2020" tells the year of a turn, and no more.
        return isDay ? OnDayOf(rule, first) with { CountedFrom = first }
            : rule.Frequency == Frequency.Yearly ? rule with { CountedFrom = first }
            : null;
    }

    private static TimeInterval DayOf(DateTimeOffset time) => new(time - time.TimeOfDay, time - time.TimeOfDay + TimeSpan.FromDays(1));

    // As RFC 5545 has it, the day of a rule without one is that of its start.
    private static Recurrence OnDayOf(Recurrence rule, int day)
    {
        var (_, month, inMonth) = CalendarMath.Date(day);
        return rule.Frequency switch
        {
            Frequency.Weekly => rule with { Weekdays = 1 << CalendarMath.Weekday(day) },
            Frequency.Monthly => rule with { MonthDays = 1u << inMonth },
            Frequency.Yearly => rule with { Months = 1 << month, MonthDays = 1u << inMonth },
            _ => rule,
        };
    }

    [GeneratedRegex(
        @"(\b(start(s|ed|ing)?|begin(s|ning)?|began|commencing|from)(\s+(on|from|with|in|the))*\s*|(从|自|始于|开始于))$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex Before();
}
