using Remanence.Memories;
using Remanence.Text.Time;
using Remanence.Text.Time.Patterns;

namespace Remanence.Ingest.Times;

/// <summary>What a text speaks about in time, counted from when it was said.</summary>
internal static class EventTimes
{
    /// <summary>
    /// The time by which it is known, and a state with the others and with the yearly rule of a birthday, which is no single time; null each where there is
    /// none. <see cref="SpokenTime"/> tells habits too.
    /// </summary>
    public static (EventTime? First, MemoryState? State) Of(string content, DateTimeOffset saidAt)
    {
        var spoken = SpokenTime.Read(content, saidAt);
        var state = new MemoryState
        {
            MoreTimes = [.. spoken.More.Select(FurtherTime.Of)],
            Recurrence = spoken.Recurrence is { Frequency: Frequency.Yearly } yearly ? RecurrenceText.Format(yearly) : null,
        };
        return (spoken.Event, state.IsEmpty ? null : state);
    }
}
