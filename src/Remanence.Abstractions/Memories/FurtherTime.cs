namespace Remanence.Memories;

/// <summary>A time that a memory tells of beside its <see cref="Memory.EventTime"/>.</summary>
/// <param name="Start">The first instant inside.</param>
/// <param name="End">The first instant after.</param>
/// <param name="Precision">How exactly it was named.</param>
public sealed record FurtherTime(DateTimeOffset Start, DateTimeOffset End, TimePrecision Precision)
{
    /// <summary>The time as one beside others.</summary>
    /// <param name="time">The time.</param>
    public static FurtherTime Of(EventTime time) => new(time.Interval.Start, time.Interval.End, time.Precision);
}
