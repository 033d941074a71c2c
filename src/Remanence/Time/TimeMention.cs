using Remanence.Memories;

namespace Remanence.Time;

/// <summary>One expression found in a text: where it stands and what it means.</summary>
internal sealed record TimeMention(
    int Start,
    int Length,
    TimeInterval Interval,
    TimePrecision Precision,
    bool Fuzzy,
    bool Recurring);
