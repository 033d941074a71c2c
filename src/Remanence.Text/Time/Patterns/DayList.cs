using System.Runtime.InteropServices;
using Remanence.Text.Time.Calendar;

namespace Remanence.Text.Time.Patterns;

/// <summary>Days that come again, named one after the other, with the hour that holds for all of them: "Monday, Wednesday and Friday at 6 pm".</summary>
[StructLayout(LayoutKind.Auto)]
internal struct DayList
{
    private bool _timesDiffer;

    /// <summary>Weekdays from bit 0, or days of the month as <see cref="Recurrence.MonthDays"/> has them.</summary>
    public uint Days { get; private set; }

    /// <summary>The last day's hour, for all; null where none is named, or several are.</summary>
    public DayTime? Time { get; private set; }

    /// <summary>An hour among them was guessed ("at 9").</summary>
    public bool Fuzzy { get; private set; }

    public int Count { get; private set; }

    /// <summary>False, and nothing added, where all of them were named before.</summary>
    public bool Add(uint days, DayTime? time = null, bool fuzzy = false)
    {
        if ((days & ~Days) == 0)
        {
            return false;
        }

        _timesDiffer |= Time is not null && Time != time;
        Time = _timesDiffer ? null : time;
        Fuzzy |= fuzzy;
        Days |= days;
        Count++;
        return true;
    }

    /// <summary>The days from the first to the second, around the end of the week.</summary>
    public static uint Weekdays(int first, int last)
    {
        var days = 1u << first;
        for (var day = first; day != last;)
        {
            day = (day + 1) % 7;
            days |= 1u << day;
        }

        return days;
    }

    /// <summary>The days of the month from the first to the second; the first alone where the second is no later one.</summary>
    public static uint MonthDays(int first, int last)
    {
        var days = 1u << first;
        for (var day = first + 1; day <= last; day++)
        {
            days |= 1u << day;
        }

        return days;
    }
}
