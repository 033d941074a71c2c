namespace Remanence.Memories;

/// <summary>What a memory's text speaks about in time, as opposed to when it was said.</summary>
/// <param name="Interval">The interval spoken about.</param>
/// <param name="Precision">How exactly it was named.</param>
public readonly record struct EventTime(TimeInterval Interval, TimePrecision Precision);
