using Remanence.Text.Time.Calendar;

namespace Remanence.Tests.Time;

public sealed class CalendarMathTests
{
    [Fact]
    public void Every_day_of_the_calendar_agrees_with_the_framework()
    {
        for (var day = 0; day <= DateTime.MaxValue.Ticks / TimeSpan.TicksPerDay; day += 13)
        {
            var date = new DateTime(day * TimeSpan.TicksPerDay, DateTimeKind.Unspecified);

            CalendarMath.Date(day).ShouldBe((date.Year, date.Month, date.Day));
            CalendarMath.DayNumber(date.Year, date.Month, date.Day).ShouldBe(day);
            CalendarMath.Weekday(day).ShouldBe(((int)date.DayOfWeek + 6) % 7);
        }
    }

    [Theory]
    [InlineData(2024, 3, 31, -1, 2024, 2, 29)]
    [InlineData(2023, 3, 31, -1, 2023, 2, 28)]
    [InlineData(2024, 2, 29, -12, 2023, 2, 28)]
    [InlineData(2023, 12, 31, 2, 2024, 2, 29)]
    [InlineData(2024, 1, 15, -1, 2023, 12, 15)]
    public void Months_end_where_they_are_short(int year, int month, int day, int months, int expectedYear, int expectedMonth, int expectedDay) =>
        CalendarMath.Date(CalendarMath.AddMonths(CalendarMath.DayNumber(year, month, day), months)).ShouldBe((expectedYear, expectedMonth, expectedDay));

    [Theory]
    [InlineData(1990, 1, 27)]
    [InlineData(2000, 2, 5)]
    [InlineData(2012, 1, 23)]
    [InlineData(2020, 1, 25)]
    [InlineData(2023, 1, 22)]
    [InlineData(2025, 1, 29)]
    [InlineData(2033, 1, 31)]
    [InlineData(2040, 2, 12)]
    public void Spring_festival_falls_on_its_day(int year, int month, int day) =>
        Holidays.DayIn(Holiday.LunarNewYear, year).ShouldBe(CalendarMath.DayNumber(year, month, day));

    [Theory]
    [InlineData(2001, 10, 1)]
    [InlineData(2014, 9, 8)]
    [InlineData(2020, 10, 1)]
    [InlineData(2023, 9, 29)]
    [InlineData(2025, 10, 6)]
    [InlineData(2033, 9, 8)]
    public void Mid_autumn_falls_on_its_day(int year, int month, int day) =>
        Holidays.DayIn(Holiday.MidAutumn, year).ShouldBe(CalendarMath.DayNumber(year, month, day));

    [Theory]
    [InlineData(1989)]
    [InlineData(2041)]
    public void Lunar_feasts_outside_the_table_have_no_day(int year) => Holidays.DayIn(Holiday.LunarNewYear, year).ShouldBeNull();

    [Theory]
    [InlineData(1981, 4, 19)]
    [InlineData(1954, 4, 18)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2011, 4, 24)]
    [InlineData(2019, 4, 21)]
    [InlineData(2038, 4, 25)]
    public void Easter_falls_on_its_day(int year, int month, int day) =>
        Holidays.DayIn(Holiday.Easter, year).ShouldBe(CalendarMath.DayNumber(year, month, day));
}
