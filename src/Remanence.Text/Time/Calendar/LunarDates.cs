using System.Globalization;

namespace Remanence.Text.Time.Calendar;

/// <summary>Gregorian days of Chinese lunar dates, 1990 to 2040.</summary>
internal static class LunarDates
{
    private const int FirstYear = 1990;
    private const int LastYear = 2040;

    private static readonly ChineseLunisolarCalendar Calendar = new();

    /// <summary>Null outside the years covered, and where the month has no such day.</summary>
    public static int? Day(int year, int lunarMonth, int lunarDay)
    {
        if (year is < FirstYear or > LastYear)
        {
            return null;
        }

        // The calendar counts a leap month as one of thirteen, so every later month's number is one too high.
        var leap = Calendar.GetLeapMonth(year);
        var month = leap > 0 && lunarMonth >= leap ? lunarMonth + 1 : lunarMonth;
        if (lunarDay > Calendar.GetDaysInMonth(year, month))
        {
            return null;
        }

        var date = Calendar.ToDateTime(year, month, lunarDay, 0, 0, 0, 0);
        return CalendarMath.DayOf(date.Ticks);
    }
}
