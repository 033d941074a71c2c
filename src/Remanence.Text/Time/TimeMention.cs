using Remanence.Memories;
using Remanence.Text.Time.Patterns;

namespace Remanence.Text.Time;

/// <summary>One expression found in a text: where it stands and what it means.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">Characters.</param>
/// <param name="Interval">What it means.</param>
/// <param name="Precision">How exactly it was named.</param>
/// <param name="Fuzzy">It is vague ("a few days ago").</param>
/// <param name="Recurring">It comes again ("every Monday"); the interval is then its latest occurrence.</param>
/// <param name="Repeats">How it comes again, or would: a date has its yearly rule too. Null where that cannot be told.</param>
/// <param name="IsEvent">
/// Its sentence tells of something that was, is or will be then; false for small talk ("how have you been lately?"), habits, greetings, fiction, wishes and the
/// age of things.
/// </param>
public sealed record TimeMention(
    int Start,
    int Length,
    TimeInterval Interval,
    TimePrecision Precision,
    bool Fuzzy,
    bool Recurring,
    Recurrence? Repeats = null,
    bool IsEvent = true);
