using Remanence.Text.Time.Calendar;

namespace Remanence.Text.Time.Patterns;

/// <summary>
/// When something comes again: "every Monday and Thursday", "every other week", "on the 15th of each month", a birthday. Equal where it says the same. Written
/// as a part of iCalendar's recurrence rules, <see cref="RecurrenceText"/>. It has no zone: an interval is asked in its own.
/// </summary>
/// <remarks>
/// RFC 5545 counts intervals from DTSTART. Who says "every other Monday" seldom says since when; without <see cref="CountedFrom"/> any Monday may be one, so
/// that a question about a Monday finds it. With it the turns are counted from that day, ahead and back: it is a day on which it came, not the first.
/// </remarks>
public sealed record Recurrence(Frequency Frequency)
{
    /// <summary>Longer intervals are no habit.</summary>
    public const int LongestInterval = 1000;

    /// <summary>Every how many periods it comes, 1 to <see cref="LongestInterval"/>.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>
    /// A day, as <see cref="CalendarMath"/> numbers them, on or in whose period it came; null where none is known. Counts only with an interval.
    /// </summary>
    public int? CountedFrom { get; init; }

    /// <summary>Months, January in bit 1; 0 for any. With <see cref="Lunar"/>, Chinese months.</summary>
    public int Months { get; init; }

    /// <summary>Days of the month in bits 1 to 31, and the last one in bit 0; 0 for any.</summary>
    public uint MonthDays { get; init; }

    /// <summary>Days of the week, Monday in bit 0; 0 for any.</summary>
    public int Weekdays { get; init; }

    /// <summary>Which of the month's weekdays in bits 1 to 5, the last one in bit 0; 0 for all.</summary>
    public int Nths { get; init; }

    /// <summary>Minutes after midnight; null for the whole day.</summary>
    public int? Minute { get; init; }

    /// <summary>A feast whose day no rule tells, such as Easter.</summary>
    internal Holiday? Holiday { get; init; }

    /// <summary>Month and day are those of the Chinese calendar.</summary>
    public bool Lunar { get; init; }

    /// <summary>How long one turn lasts at most, in days.</summary>
    public int PeriodDays => Interval * Frequency switch
    {
        Frequency.Daily => 1,
        Frequency.Weekly => 7,
        Frequency.Monthly => 31,
        _ => 366,
    };

    /// <summary>It tells a day within its period; "every year" alone does not.</summary>
    public bool NamesDay => Frequency == Frequency.Daily || Months != 0 || MonthDays != 0 || Weekdays != 0 || Holiday is not null;

    /// <summary>Once a year on that day of the month.</summary>
    public static Recurrence OnDate(int month, int day) => new(Frequency.Yearly) { Months = 1 << month, MonthDays = 1u << day };

    /// <summary>The bit of <see cref="Nths"/>; -1 is the last one.</summary>
    public static int NthBit(int nth) => 1 << Math.Max(nth, 0);

    /// <summary>The pattern's own repetition; null where it has none that can be told.</summary>
    internal static Recurrence? Of(in TimePattern pattern)
    {
        var days = pattern.Repeats ?? pattern.Kind switch
        {
            PatternKind.Daily => new Recurrence(Frequency.Daily),
            PatternKind.Weekly => new Recurrence(Frequency.Weekly) { Weekdays = 1 << pattern.Number },
            PatternKind.Monthly => new Recurrence(Frequency.Monthly) { MonthDays = 1u << pattern.Number },
            PatternKind.Yearly => OfRule(pattern.Rule),
            _ => null,
        };
        return days is not null && pattern.Time is { } time && time.End - time.Start <= TimeSpan.TicksPerHour
            ? days with { Minute = (int)(time.Start / TimeSpan.TicksPerMinute % (24 * 60)) }
            : days;
    }

    /// <summary>
    /// One rule for both: "3 May" and "3 June", "March" and "September". Null where the other adds nothing, and where no single rule says it, because a rule's
    /// months and days combine freely.
    /// </summary>
    public Recurrence? Joined(Recurrence other)
    {
        if (Months != 0 && (other.Months & ~Months) != 0 && this with { Months = other.Months } == other)
        {
            return this with { Months = Months | other.Months };
        }

        return MonthDays != 0 && (other.MonthDays & ~MonthDays) != 0 && this with { MonthDays = other.MonthDays } == other
            ? this with { MonthDays = MonthDays | other.MonthDays }
            : null;
    }

    private static Recurrence? OfRule(YearlyRule rule) => rule.Kind switch
    {
        YearlyKind.Month => InMonths(1 << rule.First),
        YearlyKind.Days => InMonths(1 << rule.First) with { MonthDays = DayBits(rule.Second, rule.Third) },
        YearlyKind.LastDay => InMonths(1 << rule.First) with { MonthDays = 1 },
        YearlyKind.NthWeekday => InMonths(1 << rule.First) with { Weekdays = 1 << rule.Third, Nths = NthBit(rule.Second) },

        // Spring begins in March; a winter ends in February.
        YearlyKind.Season => InMonths(rule.First == 3 ? (1 << 12) | (1 << 1) | (1 << 2) : 0b111 << (3 + (3 * rule.First))),
        YearlyKind.Quarter => InMonths(0b111 << ((3 * rule.First) - 2)),
        YearlyKind.Lunar => InMonths(1 << rule.First) with { MonthDays = 1u << rule.Second, Lunar = true },
        YearlyKind.Holiday => OfHoliday((Holiday)rule.First),
        _ => null,
    };

    private static Recurrence InMonths(int months) => new(Frequency.Yearly) { Months = months };

    private static uint DayBits(int from, int to)
    {
        var bits = 0u;
        for (var day = from; day <= to; day++)
        {
            bits |= 1u << day;
        }

        return bits;
    }

    // A feast that keeps its date is one of month and day.
    private static Recurrence? OfHoliday(Holiday holiday)
    {
        (int Month, int Day)? kept = null;
        for (var year = 2020; year < 2030; year++)
        {
            if (Holidays.DayIn(holiday, year) is not { } number)
            {
                return null;
            }

            var (_, month, day) = CalendarMath.Date(number);
            if (kept is { } before && before != (month, day))
            {
                return new Recurrence(Frequency.Yearly) { Holiday = holiday };
            }

            kept = (month, day);
        }

        return kept is { } date ? OnDate(date.Month, date.Day) : null;
    }
}
