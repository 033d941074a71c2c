using System.Runtime.InteropServices;
using Remanence.Memories;
using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;

namespace Remanence.Text.Time.Reading;

/// <summary>A whole expression, placed on the calendar, read from the tokens before <paramref name="Next"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Finding(int Next, LocalSpan Span, TimePrecision Precision, bool Fuzzy, bool Recurring, Recurrence? Repeats = null, bool OfMonth = false, bool Floats = false, bool Period = false, bool Feast = false)
{
    public static Finding? Longer(Finding? first, Finding? second) =>
        first is null || (second is not null && second.Value.Next > first.Value.Next) ? second : first;
}
