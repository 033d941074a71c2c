using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Remanence.Memories;
using Remanence.Time;

namespace Remanence.Tests.Time;

public sealed class RecurrenceTests
{
    // A Wednesday.
    private static readonly DateTimeOffset Reference = new(2024, 7, 17, 15, 20, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("I go swimming every Monday", "FREQ=WEEKLY;BYDAY=MO")]
    [InlineData("Tuesdays at 6 pm I sing", "FREQ=WEEKLY;BYDAY=TU;BYHOUR=18;BYMINUTE=0")]
    [InlineData("on weekends we hike", "FREQ=WEEKLY;BYDAY=SA,SU")]
    [InlineData("every weekday I commute", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("every day I write", "FREQ=DAILY")]
    [InlineData("every morning I run", "FREQ=DAILY")]
    [InlineData("every month", "FREQ=MONTHLY")]
    [InlineData("every summer we sail", "FREQ=YEARLY;BYMONTH=6,7,8")]
    [InlineData("every winter we ski", "FREQ=YEARLY;BYMONTH=1,2,12")]
    [InlineData("every May 3 we meet", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3")]
    [InlineData("every Christmas", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25")]
    [InlineData("every Easter", "FREQ=YEARLY;X-HOLIDAY=EASTER")]
    [InlineData("每周一游泳", "FREQ=WEEKLY;BYDAY=MO")]
    [InlineData("每天早上七点跑步", "FREQ=DAILY;BYHOUR=7;BYMINUTE=0")]
    [InlineData("每个月15号发工资", "FREQ=MONTHLY;BYMONTHDAY=15")]
    [InlineData("每年五月一日旅行", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1")]
    [InlineData("每年春节回家", "FREQ=YEARLY;X-HOLIDAY=LUNARNEWYEAR")]
    [InlineData("每个工作日", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("My birthday is May 3", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3")]
    [InlineData("My birthday is next Friday", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=19")]
    [InlineData("Yesterday was my sister's 30th birthday", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=16")]
    [InlineData("Our wedding anniversary falls on June 12", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=12")]
    [InlineData("我的生日是5月3日", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3")]
    [InlineData("我的生日是农历八月十五", "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15")]
    [InlineData("明天是我妈妈的生日", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=18")]
    public void Statement_tells_what_comes_again(string text, string expected)
    {
        var spoken = SpokenTime.Read(text, Reference);

        spoken.Event.ShouldBeNull();
        RecurrenceText.Format(spoken.Recurrence.ShouldNotBeNull()).ShouldBe(expected);
    }

    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var row in TimeTable.Rows("Recurrences.tsv"))
        {
            rows.Add(row[1], row[2]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Statement_is_stored_as_the_rule_it_tells(string text, string expected) =>
        (SpokenTime.Read(text, Reference).Recurrence is { } rule ? RecurrenceText.Format(rule) : "-").ShouldBe(expected);

    [Fact]
    public void Table_holds_both_languages()
    {
        var rows = TimeTable.Rows("Recurrences.tsv").ToList();

        rows.Count(row => row[0] == "en").ShouldBeGreaterThanOrEqualTo(80);
        rows.Count(row => row[0] == "zh").ShouldBeGreaterThanOrEqualTo(50);
        rows.Select(row => row[1]).ShouldBeUnique();
    }

    [Theory]
    [InlineData("I was born on May 3, 1990", "1990-05-03")]
    [InlineData("我1990年5月3日出生", "1990-05-03")]
    public void Birth_is_an_event_and_a_birthday(string text, string day)
    {
        var spoken = SpokenTime.Read(text, Reference);

        spoken.Event!.Value.Interval.Start.ShouldBe(new DateTimeOffset(DateTime.Parse(day, CultureInfo.InvariantCulture), Reference.Offset));
        RecurrenceText.Format(spoken.Recurrence!).ShouldBe("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3");
    }

    [Theory]
    [InlineData("My birthday party was yesterday")]
    [InlineData("Yesterday was the birthday party")]
    [InlineData("昨天是我的生日会")]
    [InlineData("On May 3 I moved to Berlin")]
    public void What_happened_once_does_not_come_again(string text)
    {
        var spoken = SpokenTime.Read(text, Reference);

        spoken.Recurrence.ShouldBeNull();
        spoken.Event.ShouldNotBeNull();
    }

    [Fact]
    public void Statement_without_time_tells_neither() => SpokenTime.Read("I like tea", Reference).ShouldBe(new SpokenTime(null, null));

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
            new DateTimeOffset(DateTime.Parse(from, CultureInfo.InvariantCulture), zone), new DateTimeOffset(DateTime.Parse(to, CultureInfo.InvariantCulture), zone));

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

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("every Monday")]
    [InlineData("FREQ=HOURLY")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX")]
    [InlineData("FREQ=WEEKLY;COUNT=3")]
    [InlineData("FREQ=YEARLY;BYMONTH=13")]
    [InlineData("FREQ=YEARLY;BYMONTH=0")]
    [InlineData("FREQ=YEARLY;FREQ=DAILY")]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO,2TU")]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO,MO")]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO,1TU,2MO")]
    [InlineData("FREQ=MONTHLY;BYDAY=0MO")]
    [InlineData("BYMONTH=5")]
    [InlineData("FREQ=1")]
    [InlineData("FREQ=WEEKLY;INTERVAL=0")]
    [InlineData("FREQ=WEEKLY;INTERVAL=-2")]
    [InlineData("FREQ=WEEKLY;INTERVAL=1001")]
    [InlineData("FREQ=WEEKLY;INTERVAL=two")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;X-FROM=20240230")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;X-FROM=2024-07-08")]
    public void Anything_else_is_no_rule(string? text) => RecurrenceText.Parse(text).ShouldBeNull();

    [Fact]
    public void Every_rule_reads_back_as_it_was_written()
    {
        var rules =
            from frequency in Gen.Elements(Enum.GetValues<Frequency>())
            from months in Gen.Choose(0, 4095)
            from days in Gen.Choose(0, int.MaxValue)
            from weekdays in Gen.Choose(0, 127)
            from nths in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 63))
            from minute in Gen.Choose(-1, (24 * 60) - 1)
            from holiday in Gen.Choose(-1, 3)
            from lunar in Gen.Elements(true, false)
            from interval in Gen.OneOf(Gen.Constant(1), Gen.Choose(1, Recurrence.LongestInterval))
            from day in Gen.Choose(-1, DateOnly.MaxValue.DayNumber)
            select new Recurrence(frequency)
            {
                Interval = interval,
                CountedFrom = day < 0 ? null : day,
                Months = months << 1,
                MonthDays = (uint)days,
                Weekdays = weekdays,
                Nths = weekdays == 0 ? 0 : nths,
                Minute = minute < 0 ? null : minute,
                Holiday = holiday < 0 ? null : (Holiday)holiday,
                Lunar = lunar,
            };
        Prop.ForAll(Arb.From(rules), static rule => RecurrenceText.Parse(RecurrenceText.Format(rule)) == rule).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Any_text_is_a_rule_or_none_and_any_interval_can_be_asked()
    {
        string[] parts = ["FREQ=", "YEARLY", "WEEKLY", "DAILY", "MONTHLY", ";", "=", ",", "BYMONTH=", "BYDAY=", "MO", "-1", "31", "BYHOUR=23", "X-HOLIDAY=QIXI", "RSCALE=CHINESE", " ", "INTERVAL=", "2", "1000", "X-FROM=", "20240229", "00010101", "99991231"];
        var cases =
            from text in Gen.ArrayOf(Gen.Elements(parts)).Select(words => "FREQ=YEARLY;" + string.Concat(words))
            from start in Gen.OneOf(Gen.Constant(0L), Gen.Choose(0, int.MaxValue).Select(seconds => DateTime.UnixEpoch.AddSeconds(seconds).Ticks))
            from end in Gen.OneOf(Gen.Constant(DateTime.MaxValue.Ticks), Gen.Choose(0, int.MaxValue).Select(seconds => DateTime.UnixEpoch.AddSeconds(seconds).Ticks))
            select (text, new TimeInterval(new DateTimeOffset(start, TimeSpan.Zero), new DateTimeOffset(end, TimeSpan.Zero)));
        Prop.ForAll(Arb.From(cases), static sample => RecurrenceText.Parse(sample.text)?.OccursIn(sample.Item2) is not null || true)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
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
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Theory]
    [InlineData("FREQ=DAILY;INTERVAL=2", 2)]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", 14)]
    [InlineData("FREQ=MONTHLY;INTERVAL=3", 93)]
    [InlineData("FREQ=YEARLY;INTERVAL=4", 1464)]
    public void Period_is_as_long_as_a_turn(string rule, int days) => RecurrenceText.Parse(rule)!.PeriodDays.ShouldBe(days);

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
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
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
