using System.Globalization;
using FsCheck.Fluent;
using Remanence.Memories;
using Remanence.Text.Time;
using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Patterns;

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
        Prop.ForAll(Arb.From(rules), static rule => RecurrenceText.Parse(RecurrenceText.Format(rule)) == rule).Hold(1000);
    }

    [Fact]
    public void Any_text_is_a_rule_or_none_and_any_interval_can_be_asked()
    {
        string[] parts =
        [
            "FREQ=", "YEARLY", "WEEKLY", "DAILY", "MONTHLY", ";", "=", ",", "BYMONTH=", "BYDAY=", "MO", "-1", "31", "BYHOUR=23", "X-HOLIDAY=QIXI",
            "RSCALE=CHINESE", " ", "INTERVAL=", "2", "1000", "X-FROM=", "20240229", "00010101", "99991231",
        ];
        var cases =
            from text in Gen.ArrayOf(Gen.Elements(parts)).Select(words => "FREQ=YEARLY;" + string.Concat(words))
            from start in Gen.OneOf(Gen.Constant(0L), Gen.Choose(0, int.MaxValue).Select(seconds => DateTime.UnixEpoch.AddSeconds(seconds).Ticks))
            from end in Gen.OneOf(
                Gen.Constant(DateTime.MaxValue.Ticks),
                Gen.Choose(0, int.MaxValue).Select(seconds => DateTime.UnixEpoch.AddSeconds(seconds).Ticks))
            select (text, new TimeInterval(new DateTimeOffset(start, TimeSpan.Zero), new DateTimeOffset(end, TimeSpan.Zero)));
        Prop.ForAll(Arb.From(cases), static sample => RecurrenceText.Parse(sample.text)?.OccursIn(sample.Item2) is not null || true)
            .Hold(2000);
    }

    [Theory]
    [InlineData("FREQ=DAILY;INTERVAL=2", 2)]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", 14)]
    [InlineData("FREQ=MONTHLY;INTERVAL=3", 93)]
    [InlineData("FREQ=YEARLY;INTERVAL=4", 1464)]
    public void Period_is_as_long_as_a_turn(string rule, int days) => RecurrenceText.Parse(rule)!.PeriodDays.ShouldBe(days);
}
