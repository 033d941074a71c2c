namespace Remanence.Text.Time.Calendar;

/// <summary>Gregorian arithmetic on day numbers (0 = 1 January 0001, a Monday) that never throws, whatever the year.</summary>
internal static class CalendarMath
{
    private static readonly int[] DaysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

    public static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    public static int DaysInMonth(int year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    public static bool IsDate(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DaysInMonth(year, month);

    public static int DayNumber(int year, int month, int day)
    {
        var before = year - 1;
        var leapDays = FloorDivide(before, 4) - FloorDivide(before, 100) + FloorDivide(before, 400);
        var leapDay = month > 2 && IsLeap(year) ? 1 : 0;
        return (365 * before) + leapDays + DaysBeforeMonth[month - 1] + leapDay + day - 1;
    }

    public static (int Year, int Month, int Day) Date(int dayNumber)
    {
        var year = (int)Math.Floor(dayNumber / 365.2425) + 1;
        while (DayNumber(year + 1, 1, 1) <= dayNumber)
        {
            year++;
        }

        while (DayNumber(year, 1, 1) > dayNumber)
        {
            year--;
        }

        var month = 12;
        while (DayNumber(year, month, 1) > dayNumber)
        {
            month--;
        }

        return (year, month, dayNumber - DayNumber(year, month, 1) + 1);
    }

    public static int DayOf(long ticks) => (int)Math.Clamp(FloorDivide(ticks, TimeSpan.TicksPerDay), -10_000_000, 10_000_000);

    /// <summary>Monday is 0, Sunday 6.</summary>
    public static int Weekday(int dayNumber) => ((dayNumber % 7) + 7) % 7;

    public static int Monday(int dayNumber) => dayNumber - Weekday(dayNumber);

    /// <summary>The same day of the month so many months away, or that month's last day where it has no such day.</summary>
    public static int AddMonths(int dayNumber, int months)
    {
        var (year, month, day) = Date(dayNumber);
        (year, month) = NormalizeMonth(year, month + months);
        return DayNumber(year, month, Math.Min(day, DaysInMonth(year, month)));
    }

    /// <summary>Brings a month outside 1..12 into the year it falls in.</summary>
    public static (int Year, int Month) NormalizeMonth(int year, int month)
    {
        var zeroBased = month - 1;
        var carry = (int)FloorDivide(zeroBased, 12);
        return (year + carry, zeroBased - (carry * 12) + 1);
    }

    public static LocalSpan Months(int year, int month, int count)
    {
        var (firstYear, firstMonth) = NormalizeMonth(year, month);
        var (endYear, endMonth) = NormalizeMonth(year, month + count);
        var first = DayNumber(firstYear, firstMonth, 1);
        return LocalSpan.Days(first, DayNumber(endYear, endMonth, 1) - first);
    }

    /// <summary>The calendar unit (week, month, …) the day lies in.</summary>
    public static LocalSpan UnitOf(TimeUnit unit, int day)
    {
        var (year, month, _) = Date(day);
        return unit switch
        {
            TimeUnit.Week => LocalSpan.Days(Monday(day), 7),
            TimeUnit.Weekend => LocalSpan.Days(Monday(day) + 5, 2),
            TimeUnit.Month => Months(year, month, 1),
            TimeUnit.Quarter => Months(year, month - ((month - 1) % 3), 3),
            TimeUnit.Year => Months(year, 1, 12),
            TimeUnit.Decade => Months((int)FloorDivide(year, 10) * 10, 1, 120),
            _ => LocalSpan.Days(day, 1),
        };
    }

    private static int FloorDivide(int value, int by) => (int)FloorDivide((long)value, by);

    private static long FloorDivide(long value, long by)
    {
        var quotient = value / by;
        return value % by < 0 ? quotient - 1 : quotient;
    }
}
