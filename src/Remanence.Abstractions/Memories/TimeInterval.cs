namespace Remanence.Memories;

/// <summary>A half-open interval of instants, [<see cref="Start"/>, <see cref="End"/>).</summary>
/// <param name="Start">The first instant inside.</param>
/// <param name="End">The first instant after.</param>
public readonly record struct TimeInterval(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>How long the interval lasts.</summary>
    public TimeSpan Length => End - Start;

    /// <summary>Whether the two share an instant.</summary>
    /// <param name="other">The other interval.</param>
    public bool Overlaps(TimeInterval other) => Start < other.End && other.Start < End;

    /// <summary>Whether the instant lies inside.</summary>
    /// <param name="time">The instant.</param>
    public bool Contains(DateTimeOffset time) => time >= Start && time < End;
}
