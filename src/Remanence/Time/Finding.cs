using System.Runtime.InteropServices;
using Remanence.Memories;

namespace Remanence.Time;

/// <summary>A whole expression, placed on the calendar, read from the tokens before <paramref name="Next"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Finding(int Next, LocalSpan Span, TimePrecision Precision, bool Fuzzy, bool Recurring, Recurrence? Repeats = null)
{
    public static Finding? Longer(Finding? first, Finding? second) =>
        first is null || (second is not null && second.Value.Next > first.Value.Next) ? second : first;
}
