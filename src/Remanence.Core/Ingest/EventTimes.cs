using Remanence.Memories;
using Remanence.Text.Time;

namespace Remanence.Ingest;

/// <summary>What a text speaks about in time, counted from when it was said.</summary>
internal static class EventTimes
{
    /// <summary>The time by which it is known, and a state with the others; null each where there is none. <see cref="SpokenTime"/> tells habits too.</summary>
    public static (EventTime? First, MemoryState? State) Of(string content, DateTimeOffset saidAt)
    {
        var spoken = SpokenTime.Read(content, saidAt);
        return (spoken.Event, spoken.More.Count == 0 ? null : new MemoryState { MoreTimes = [.. spoken.More.Select(FurtherTime.Of)] });
    }
}
