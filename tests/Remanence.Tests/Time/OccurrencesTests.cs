using System.Globalization;
using FsCheck.Fluent;
using Remanence.Memories;
using Remanence.Text.Time.Patterns;

namespace Remanence.Tests.Time;

public sealed class OccurrencesTests
{
    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3", "2024-05-03", "2024-05-04", true)]
    [InlineData("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3", "2024-05-04", "2025-05-03", false)]
    [InlineData("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=2", "2023-12-30", "2024-01-05", true)]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2023-02-01", "2023-03-05", false)]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2024-02-01", "2024-03-05", true)]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "1896-03-01", "1904-03-01", true)]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "1896-03-01", "1904-02-29", false)]
    [InlineData("FREQ=YEARLY;X-HOLIDAY=EASTER", "2024-03-31", "2024-04-01", true)]
    [InlineData("FREQ=YEARLY;X-HOLIDAY=EASTER", "2023-03-31", "2023-04-09", false)]
    [InlineData("RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15", "2022-09-10", "2022-09-11", true)]
    [InlineData("RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=23", "2024-02-02", "2024-02-03", true)]
    [InlineData("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2024-11-28", "2024-11-29", true)]
    [InlineData("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2024-11-21", "2024-11-28", false)]
    [InlineData("FREQ=YEARLY;BYMONTH=6,7,8", "2024-08-31", "2024-09-02", true)]
    [InlineData("FREQ=YEARLY;BYMONTH=6,7,8", "2024-09-01", "2025-06-01", false)]
    [InlineData("FREQ=WEEKLY;BYDAY=MO", "2024-07-15", "2024-07-16", true)]
    [InlineData("FREQ=WEEKLY;BYDAY=MO", "2024-07-16", "2024-07-22", false)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31", "2024-04-01", "2024-05-31", false)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", "2024-02-29", "2024-03-01", true)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", "2024-02-28", "2024-02-29", false)]
    [InlineData("FREQ=DAILY", "2024-02-28", "2024-02-29", true)]
    [InlineData("FREQ=DAILY;BYHOUR=7;BYMINUTE=30", "2024-02-28T07:00", "2024-02-28T08:00", true)]
    [InlineData("FREQ=DAILY;BYHOUR=7;BYMINUTE=30", "2024-02-28T08:00", "2024-02-29T07:00", false)]
    [InlineData("FREQ=WEEKLY;BYDAY=FR;BYHOUR=17;BYMINUTE=0", "2024-07-19T08:00", "2024-07-19T12:00", false)]
    [InlineData("FREQ=YEARLY", "2024-01-01", "2024-06-01", false)]
    [InlineData("FREQ=YEARLY", "2024-01-01", "2025-01-01", true)]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,WE", "2024-07-17", "2024-07-18", true)]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,WE", "2024-07-18", "2024-07-22", false)]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,WE", "2024-12-31", "2025-01-02", true)]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2024-07-15", "2024-07-16", true)]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2024-07-22", "2024-07-23", true)]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;X-FROM=20240708", "2024-07-15", "2024-07-16", false)]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;X-FROM=20240708", "2024-07-22", "2024-07-23", true)]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;X-FROM=20240708", "2024-06-24", "2024-06-25", true)]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;X-FROM=20240708", "2024-12-23", "2024-12-30", true)]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;X-FROM=20240708", "2024-12-24", "2025-01-06", false)]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;X-FROM=20240708", "2024-12-24", "2025-01-07", true)]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;BYHOUR=9;BYMINUTE=0;X-FROM=20240708", "2024-07-08T10:00", "2024-07-22T09:00", false)]
    [InlineData("FREQ=WEEKLY;INTERVAL=2", "2024-07-08", "2024-07-15", false)]
    [InlineData("FREQ=WEEKLY;INTERVAL=2", "2024-07-08", "2024-07-22", true)]
    [InlineData("FREQ=WEEKLY;INTERVAL=1000;BYDAY=MO;X-FROM=20240708", "2020-01-01", "2024-07-08", false)]
    [InlineData("FREQ=WEEKLY;INTERVAL=1000;BYDAY=MO;X-FROM=20240708", "2020-01-01", "2024-07-09", true)]
    [InlineData("FREQ=DAILY;INTERVAL=2;X-FROM=20240228", "2024-02-29", "2024-03-01", false)]
    [InlineData("FREQ=DAILY;INTERVAL=2;X-FROM=20240228", "2024-03-01", "2024-03-02", true)]
    [InlineData("FREQ=DAILY;INTERVAL=2;X-FROM=20230228", "2023-03-01", "2023-03-02", false)]
    [InlineData("FREQ=DAILY;INTERVAL=2;BYHOUR=7;BYMINUTE=0;X-FROM=20240228", "2024-02-28T08:00", "2024-03-01T07:00", false)]
    [InlineData("FREQ=DAILY;INTERVAL=2;BYHOUR=7;BYMINUTE=0;X-FROM=20240228", "2024-02-28T08:00", "2024-03-01T08:00", true)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=1,15", "2024-07-15", "2024-07-16", true)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=1,15", "2024-07-16", "2024-08-01", false)]
    [InlineData("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1;X-FROM=20241101", "2025-02-01", "2025-02-02", true)]
    [InlineData("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1;X-FROM=20241101", "2024-12-01", "2025-02-01", false)]
    [InlineData("FREQ=MONTHLY;INTERVAL=3", "2024-07-01", "2024-08-01", false)]
    [InlineData("FREQ=MONTHLY;INTERVAL=3", "2024-07-01", "2024-10-01", true)]
    [InlineData("FREQ=MONTHLY;INTERVAL=3;X-FROM=20241105", "2025-02-01", "2025-03-01", true)]
    [InlineData("FREQ=MONTHLY;INTERVAL=3;X-FROM=20241105", "2025-01-01", "2025-02-01", false)]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU", "2024-07-09", "2024-07-10", true)]
    [InlineData("FREQ=MONTHLY;BYDAY=2TU", "2024-07-10", "2024-08-13", false)]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO,3MO", "2024-07-15", "2024-07-16", true)]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO,3MO", "2024-07-02", "2024-07-15", false)]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR,1FR", "2024-07-26", "2024-07-27", true)]
    [InlineData("FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29;X-FROM=20200229", "2024-02-29", "2024-03-01", true)]
    [InlineData("FREQ=YEARLY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=29;X-FROM=20200229", "2024-02-29", "2024-03-01", false)]
    [InlineData("FREQ=YEARLY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=29;X-FROM=20200229", "2020-03-01", "2032-03-01", true)]
    [InlineData("FREQ=YEARLY;INTERVAL=2;BYMONTH=5;X-FROM=20230501", "2024-05-01", "2024-06-01", false)]
    [InlineData("FREQ=YEARLY;INTERVAL=2;X-FROM=20190101", "2024-01-01", "2025-01-01", false)]
    [InlineData("FREQ=YEARLY;INTERVAL=2;X-FROM=20190101", "2025-01-01", "2026-01-01", true)]
    [InlineData("RSCALE=CHINESE;FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=23;X-FROM=20240202", "2026-02-10", "2026-02-11", true)]
    [InlineData("RSCALE=CHINESE;FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=23;X-FROM=20240202", "2025-01-22", "2025-01-23", false)]
    public void Interval_holds_an_occurrence_or_does_not(string rule, string from, string to, bool expected)
    {
        var zone = TimeSpan.FromHours(8);
        var interval = new TimeInterval(
            new DateTimeOffset(DateTime.Parse(from, CultureInfo.InvariantCulture), zone),
            new DateTimeOffset(DateTime.Parse(to, CultureInfo.InvariantCulture), zone));

        RecurrenceText.Parse(rule).ShouldNotBeNull().OccursIn(interval).ShouldBe(expected);
    }

    [Fact]
    public void Days_are_those_of_the_intervals_zone()
    {
        var rule = Recurrence.OnDate(5, 3);
        var instant = new DateTimeOffset(2024, 5, 3, 1, 0, 0, TimeSpan.FromHours(8));

        rule.OccursIn(new TimeInterval(instant, instant.AddHours(1))).ShouldBeTrue();
        rule.OccursIn(new TimeInterval(instant.ToUniversalTime(), instant.ToUniversalTime().AddHours(1))).ShouldBeFalse();
    }

    // Held against a count day by day.
    [Fact]
    public void Turns_are_those_that_a_calendar_counts()
    {
        var cases =
            from frequency in Gen.Elements(Enum.GetValues<Frequency>())
            from interval in Gen.Choose(1, 9)
            from weekdays in Gen.Choose(1, 127)
            from days in Gen.Choose(1, (1 << 29) - 1)
            from known in Gen.Choose(737_000, 740_000)
            from first in Gen.Choose(737_000, 740_000)
            from length in Gen.Choose(1, 90)
            select (new Recurrence(frequency)
            {
                Interval = interval,
                Weekdays = frequency == Frequency.Weekly ? weekdays : 0,
                MonthDays = frequency is Frequency.Monthly or Frequency.Yearly ? (uint)days & ~1u | 2u : 0,
                CountedFrom = known,
            }, first, length);
        Prop.ForAll(Arb.From(cases), static sample =>
        {
            var (rule, first, length) = sample;
            var start = new DateTimeOffset(DateOnly.FromDayNumber(first), TimeOnly.MinValue, TimeSpan.FromHours(-3));
            var counted = Enumerable.Range(first, length).Any(day => IsTurn(rule, DateOnly.FromDayNumber(day)));
            return rule.OccursIn(new TimeInterval(start, start.AddDays(length))) == counted;
        }).Hold(3000);
    }

    // In Berlin the clocks went forward on 31 March 2024, a Sunday: the Monday after is asked in another offset than the one before.
    [Fact]
    public void Turns_count_on_through_a_change_of_the_clocks()
    {
        var rule = RecurrenceText.Parse("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;BYHOUR=0;BYMINUTE=30;X-FROM=20240325")!;

        rule.OccursIn(Day(2024, 3, 25, 1)).ShouldBeTrue();
        rule.OccursIn(Day(2024, 4, 1, 2)).ShouldBeFalse();
        rule.OccursIn(Day(2024, 4, 8, 2)).ShouldBeTrue();
    }

    [Fact]
    public void Day_of_a_yearly_date_holds_it_and_the_day_before_does_not()
    {
        var cases =
            from day in Gen.Choose(0, 365 * 120)
            from zone in Gen.Choose(-12, 14)
            select new DateTimeOffset(1950, 1, 1, 0, 0, 0, TimeSpan.FromHours(zone)).AddDays(day);
        Prop.ForAll(Arb.From(cases), static day =>
        {
            var rule = Recurrence.OnDate(day.Month, day.Day);
            return rule.OccursIn(new TimeInterval(day, day.AddDays(1)))
                && !rule.OccursIn(new TimeInterval(day.AddDays(-1), day))
                && !rule.OccursIn(new TimeInterval(day.AddDays(1), day.AddDays(300)));
        }).Hold(500);
    }

    private static TimeInterval Day(int year, int month, int day, int zone)
    {
        var start = new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.FromHours(zone));
        return new TimeInterval(start, start.AddDays(1));
    }

    private static bool IsTurn(Recurrence rule, DateOnly day)
    {
        var from = DateOnly.FromDayNumber(rule.CountedFrom!.Value);
        var (periods, fits) = rule.Frequency switch
        {
            Frequency.Daily => (day.DayNumber - from.DayNumber, true),
            Frequency.Weekly => ((Monday(day) - Monday(from)) / 7, (rule.Weekdays >> (int)(day.DayNumber % 7) & 1) != 0),
            Frequency.Monthly => ((12 * (day.Year - from.Year)) + day.Month - from.Month, (rule.MonthDays >> day.Day & 1) != 0),
            _ => (day.Year - from.Year, (rule.MonthDays >> day.Day & 1) != 0),
        };
        return fits && periods % rule.Interval == 0;
    }

    private static int Monday(DateOnly day) => day.DayNumber - (day.DayNumber % 7);
}
