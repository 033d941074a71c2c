namespace Remanence.Text.Time.Patterns;

internal enum PatternKind
{
    /// <summary>The interval is known already.</summary>
    Fixed,

    /// <summary>Once a year; of <see cref="TimePattern.Year"/> where the text names one.</summary>
    Yearly,

    /// <summary>A day of the month ("the 7th").</summary>
    Monthly,

    /// <summary>A day of the week.</summary>
    Weekly,

    /// <summary>A time of day without a day.</summary>
    Daily,
}
