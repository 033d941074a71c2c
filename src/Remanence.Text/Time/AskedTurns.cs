using System.Numerics;
using Remanence.Memories;
using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;

namespace Remanence.Text.Time;

/// <summary>The latest occurrences of a recurring time, one for each day that it names: a question about Mondays and Thursdays asks for both.</summary>
public static class AskedTurns
{
    // A rule of more days tells nearly nothing apart.
    private const int MostDays = 7;

    // The first days of the calendar have no week before them.
    private static readonly DateTimeOffset Earliest = new(2, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The intervals that a question with this mention asks about; one for a mention that names a single time.</summary>
    public static IEnumerable<TimeInterval> Of(TimeMention mention)
    {
        var several =
            mention is { Recurring: true, Repeats: { Nths: 0, Lunar: false, Frequency: Frequency.Weekly or Frequency.Monthly } }
            && mention.Interval.Start > Earliest
            && mention.Interval.Length <= TimeSpan.FromDays(1)
            && BitOperations.PopCount(DaysOf(mention.Repeats)) is > 1 and <= MostDays;
        return several ? Days(mention.Interval, mention.Repeats!) : [mention.Interval];
    }

    private static uint DaysOf(Recurrence rule) => rule.Frequency == Frequency.Weekly ? (uint)rule.Weekdays : rule.MonthDays;

    private static IEnumerable<TimeInterval> Days(TimeInterval latest, Recurrence rule)
    {
        var context = new TimeContext(latest.Start);
        for (var bits = DaysOf(rule); bits != 0; bits &= bits - 1)
        {
            var number = BitOperations.TrailingZeroCount(bits);
            var pattern = rule.Frequency == Frequency.Weekly ? TimePattern.Weekly(number) : TimePattern.Monthly(number);
            if (PatternResolver.Resolve(pattern, context, future: false) is { } day)
            {
                var back = TimeSpan.FromDays(day.FirstDay - context.Today);
                yield return new TimeInterval(latest.Start + back, latest.End + back);
            }
        }
    }
}
