using System.Runtime.InteropServices;
using Remanence.Memories;
using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;

namespace Remanence.Text.Time.Reading;

/// <summary>A whole expression, placed on the calendar, read from the tokens before <paramref name="Next"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Finding(int Next, LocalSpan Span, TimePrecision Precision, bool Fuzzy, bool Recurring, Recurrence? Repeats = null)
{
    /// <summary>It names a day of a month, which a list may go on.</summary>
    public bool OfMonth { get; init; }

    /// <summary>The month of that day is known from its words.</summary>
    public bool MonthNamed { get; init; }

    /// <summary>Its words alone do not tell which one: "Friday", "May", "at 3 pm".</summary>
    public bool Floats { get; init; }

    /// <summary>A year or a decade.</summary>
    public bool Period { get; init; }

    public bool Feast { get; init; }

    public static Finding? Longer(Finding? first, Finding? second) =>
        first is null || (second is not null && second.Value.Next > first.Value.Next) ? second : first;
}
