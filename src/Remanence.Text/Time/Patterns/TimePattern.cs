using System.Runtime.InteropServices;
using Remanence.Memories;
using Remanence.Text.Time.Calendar;

namespace Remanence.Text.Time.Patterns;

/// <summary>What an expression says before it is placed on the calendar: "7 May" has no year until its surroundings give one.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TimePattern
{
    public PatternKind Kind { get; private init; }

    public LocalSpan Span { get; private init; }

    public YearlyRule Rule { get; private init; }

    /// <summary>Null where the text names none.</summary>
    public int? Year { get; private init; }

    /// <summary>The weekday of a weekly pattern (Monday is 0), the day of a monthly one, 0 for its last.</summary>
    public int Number { get; private init; }

    public DayTime? Time { get; private init; }

    public bool Fuzzy { get; private init; }

    public bool Recurring { get; private init; }

    /// <summary>How a recurring pattern repeats that its kind does not tell: weekends, several days, every other week.</summary>
    public Recurrence? Repeats { get; private init; }

    public TimePrecision Precision => Time?.Precision ?? BasePrecision;

    /// <summary>A time of day can be attached.</summary>
    public bool IsSingleDay => Time is null && Kind switch
    {
        PatternKind.Yearly => Rule.IsSingleDay,
        PatternKind.Fixed => BasePrecision == TimePrecision.Day && Span.LastDay == Span.FirstDay,
        PatternKind.Monthly or PatternKind.Weekly => true,
        _ => false,
    };

    public bool IsWithoutYear => Kind == PatternKind.Yearly && Year is null;

    private TimePrecision BasePrecision { get; init; }

    public static TimePattern OfSpan(LocalSpan span, TimePrecision precision, bool fuzzy = false) =>
        new() { Kind = PatternKind.Fixed, Span = span, BasePrecision = precision, Fuzzy = fuzzy };

    public static TimePattern OfDay(int day) => OfSpan(LocalSpan.Days(day, 1), TimePrecision.Day);

    public static TimePattern Yearly(YearlyRule rule, int? year = null, bool fuzzy = false) =>
        new() { Kind = PatternKind.Yearly, Rule = rule, Year = year, BasePrecision = rule.Precision, Fuzzy = fuzzy };

    public static TimePattern Monthly(int day) => new() { Kind = PatternKind.Monthly, Number = day, BasePrecision = TimePrecision.Day };

    public static TimePattern Weekly(int weekday) => new() { Kind = PatternKind.Weekly, Number = weekday, BasePrecision = TimePrecision.Day };

    public static TimePattern Daily(DayTime time) => new() { Kind = PatternKind.Daily, Time = time };

    public TimePattern At(DayTime? time) => this with { Time = time };

    public TimePattern AsFuzzy(bool fuzzy = true) => this with { Fuzzy = Fuzzy || fuzzy };

    public TimePattern AsRecurring() => this with { Recurring = true };

    public TimePattern AsRecurring(Recurrence repeats) => this with { Recurring = true, Repeats = repeats };
}
