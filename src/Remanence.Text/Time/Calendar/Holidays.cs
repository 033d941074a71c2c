namespace Remanence.Text.Time.Calendar;

/// <summary>The day a holiday falls on in a year.</summary>
internal static class Holidays
{
    public static int? DayIn(Holiday holiday, int year) => holiday switch
    {
        Holiday.NewYear => Fixed(year, 1, 1),
        Holiday.Valentine => Fixed(year, 2, 14),
        Holiday.WomensDay => Fixed(year, 3, 8),
        Holiday.SaintPatrick => Fixed(year, 3, 17),
        Holiday.GoodFriday => Easter(year) - 2,
        Holiday.Easter => Easter(year),
        Holiday.EasterMonday => Easter(year) + 1,
        Holiday.Qingming => Qingming(year),
        Holiday.LabourDayMay => Fixed(year, 5, 1),
        Holiday.MothersDay => Nth(year, 5, 2, weekday: 6),
        Holiday.MemorialDay => Nth(year, 5, -1, weekday: 0),
        Holiday.ChildrensDay => Fixed(year, 6, 1),
        Holiday.FathersDay => Nth(year, 6, 3, weekday: 6),
        Holiday.Juneteenth => Fixed(year, 6, 19),
        Holiday.IndependenceDay => Fixed(year, 7, 4),
        Holiday.LaborDayUs => Nth(year, 9, 1, weekday: 0),
        Holiday.TeachersDay => Fixed(year, 9, 10),
        Holiday.ChinaNationalDay => Fixed(year, 10, 1),
        Holiday.Halloween => Fixed(year, 10, 31),
        Holiday.VeteransDay => Fixed(year, 11, 11),
        Holiday.SinglesDay => Fixed(year, 11, 11),
        Holiday.Thanksgiving => Nth(year, 11, 4, weekday: 3),
        Holiday.BlackFriday => Nth(year, 11, 4, weekday: 3) + 1,
        Holiday.ChristmasEve => Fixed(year, 12, 24),
        Holiday.Christmas => Fixed(year, 12, 25),
        Holiday.BoxingDay => Fixed(year, 12, 26),
        Holiday.NewYearsEve => Fixed(year, 12, 31),
        Holiday.LunarNewYearsEve => LunarDates.Day(year, 1, 1) - 1,
        Holiday.LunarNewYear => LunarDates.Day(year, 1, 1),
        Holiday.LanternFestival => LunarDates.Day(year, 1, 15),
        Holiday.DragonBoat => LunarDates.Day(year, 5, 5),
        Holiday.Qixi => LunarDates.Day(year, 7, 7),
        Holiday.MidAutumn => LunarDates.Day(year, 8, 15),
        Holiday.DoubleNinth => LunarDates.Day(year, 9, 9),
        _ => null,
    };

    private static int Fixed(int year, int month, int day) => CalendarMath.DayNumber(year, month, day);

    private static int Nth(int year, int month, int nth, int weekday) =>
        new YearlyRule(YearlyKind.NthWeekday, month, nth, weekday).SpanIn(year)!.Value.FirstDay;

    // The sun's fifteenth degree: 4 or 5 April in the centuries that the usual approximation covers.
    private static int? Qingming(int year) => year switch
    {
        >= 1901 and < 2000 => Fixed(year, 4, (int)Math.Floor((0.2422 * (year - 1900)) + 5.59) - ((year - 1900) / 4)),
        >= 2000 and <= 2099 => Fixed(year, 4, (int)Math.Floor((0.2422 * (year - 2000)) + 4.81) - ((year - 2000) / 4)),
        _ => null,
    };

    // Gauss's rule for the Gregorian Easter with its two exceptions: the Sunday after the paschal full moon.
    private static int Easter(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var lunarShift = (15 - ((13 + (8 * century)) / 25) + century - (century / 4)) % 30;
        var solarShift = (4 + century - (century / 4)) % 7;
        var moon = ((19 * golden) + lunarShift) % 30;
        var sunday = ((2 * (year % 4)) + (4 * (year % 7)) + (6 * moon) + solarShift) % 7;
        var days = moon + sunday;
        if ((moon == 29 && sunday == 6) || (moon == 28 && sunday == 6 && ((11 * lunarShift) + 11) % 30 < 19))
        {
            days -= 7;
        }

        return CalendarMath.DayNumber(year, 3, 22) + days;
    }
}
