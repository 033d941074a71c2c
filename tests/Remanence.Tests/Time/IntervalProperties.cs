using FsCheck;
using FsCheck.Fluent;
using Remanence.Memories;
using Remanence.Text.Time;

namespace Remanence.Tests.Time;

public sealed class IntervalProperties
{
    // English and Chinese forms of one meaning.
    private static readonly (string English, string Chinese)[] Pairs =
    [
        ("yesterday", "昨天"), ("tomorrow", "明天"), ("today", "今天"), ("the day before yesterday", "前天"), ("the day after tomorrow", "后天"),
        ("three days ago", "三天前"), ("in three days", "三天后"), ("two weeks ago", "两周前"), ("last week", "上周"), ("this week", "这周"), ("next week", "下周"),
        ("the week before last", "上上周"), ("last month", "上个月"), ("next month", "下个月"), ("the month before last", "上上个月"), ("last year", "去年"),
        ("next year", "明年"), ("the year before last", "前年"), ("half a year ago", "半年前"), ("a year and a half ago", "一年半前"), ("two years ago", "两年前"),
        ("this morning", "今天早上"), ("yesterday at 3 pm", "昨天下午三点"), ("at the end of the month", "月底"), ("at the beginning of the month", "月初"),
        ("the end of last month", "上个月底"), ("the end of the year", "年底"), ("the past three days", "过去三天"),
        ("the last two months", "最近两个月"), ("the next three days", "未来三天"), ("recently", "最近"), ("a few days ago", "几天前"), ("every Monday", "每周一"),
        ("on weekends", "每个周末"), ("since 2020", "2020年以来"), ("before 2020", "2020年之前"), ("from 2019 to 2021", "2019到2021年"),
        ("May 3, 2021", "2021年5月3日"), ("in May 2021", "2021年5月"), ("on May 3", "5月3日"), ("in May", "五月"), ("Christmas", "圣诞节"), ("Chinese New Year", "春节"),
        ("the 90s", "九十年代"), ("the last day of February", "二月最后一天"), ("half an hour ago", "半小时前"), ("in two hours", "两小时后"), ("on Tuesday", "周二"),
        ("Q3 2021", "2021年第三季度"), ("this weekend", "这个周末"), ("next weekend", "下周末"), ("every May 3", "每年5月3日"), ("tonight", "今晚"), ("last night", "昨晚"),
    ];

    private static readonly string[] Past =
    [
        "last Monday", "last week", "last weekend", "last month", "last quarter", "last year", "last decade", "last May", "last summer", "last Christmas",
        "last Friday",
        "the week before last", "yesterday", "three days ago", "two months ago", "five years ago", "a while ago", "上周", "上周三", "上个月", "去年", "昨天", "三天前", "半年前",
        "上上周",
    ];

    private static readonly string[] Future =
    [
        "next Monday", "next week", "next weekend", "next month", "next quarter", "next year", "next May", "next summer", "next Christmas", "tomorrow",
        "in three days",
        "in two months", "in five years", "the week after next", "下周", "下周三", "下个月", "明年", "明天", "三天后", "半年后", "下下周",
    ];

    private static readonly string[] Shifted =
    [
        "yesterday", "tomorrow", "three days ago", "in two days", "yesterday at 3 pm", "this morning", "last night", "two hours ago", "in 20 minutes",
        "the past week",
        "昨天", "大后天", "三天前的下午", "今晚八点", "两小时后", "过去三天",
    ];

    private static readonly string[] Absolute =
    [
        "May 3, 2021", "2021-05-03", "in May 2021", "in 2021", "summer 2021", "Q3 2021", "early 2021", "the end of 2021", "Christmas 2021",
        "from March 2020 to May 2021",
        "between 2019 and 2021", "2021-05-03T10:00:00Z", "the first Monday of May 2021", "2021年5月3日", "2021年5月", "2021年", "2021年夏天", "2021年第三季度", "2019到2021年",
        "2021年5月3日下午三点", "2021年春节",
    ];

    private static Gen<DateTimeOffset> Moments =>
        from minutes in Gen.Choose(0, 60 * 24 * 365 * 60)
        from zone in Gen.Choose(-48, 56)
        select new DateTimeOffset(1991, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(15 * zone)).AddMinutes(minutes % (60 * 24 * 365 * 45));

    [Fact]
    public void Both_languages_say_the_same() => Hold(Pairs, static (pair, now) =>
    {
        var (english, chinese) = (Single(pair.English, now), Single(pair.Chinese, now));
        (chinese.Interval, chinese.Fuzzy, chinese.Recurring).ShouldBe((english.Interval, english.Fuzzy, english.Recurring), $"{pair} at {now:O}");
    });

    [Fact]
    public void Last_lies_behind() => Hold(Past, static (text, now) => Single(text, now).Interval.End.ShouldBeLessThanOrEqualTo(now, $"{text} at {now:O}"));

    [Fact]
    public void Last_begins_before_and_next_ends_after()
    {
        Hold(Past, static (text, now) => Single(text, now).Interval.Start.ShouldBeLessThan(now, text));
        Hold(Future, static (text, now) => Single(text, now).Interval.End.ShouldBeGreaterThan(now, text));
    }

    [Fact]
    public void What_counts_in_days_and_hours_shifts_with_the_reference()
    {
        var cases = from text in Gen.Elements(Shifted) from now in Moments from days in Gen.Choose(-3000, 3000) select (text, now, days);
        Prop.ForAll(Arb.From(cases), static sample =>
        {
            var (here, there) = (Single(sample.text, sample.now).Interval, Single(sample.text, sample.now.AddDays(sample.days)).Interval);
            return there == new TimeInterval(here.Start.AddDays(sample.days), here.End.AddDays(sample.days));
        }).Hold(1000);
    }

    [Fact]
    public void Absolute_time_is_the_same_whenever_it_is_said()
    {
        var cases = from text in Gen.Elements(Absolute) from now in Moments from other in Moments select (text, now, other.ToOffset(now.Offset));
        Prop.ForAll(Arb.From(cases), static sample => Single(sample.text, sample.now).Interval == Single(sample.text, sample.Item3).Interval)
            .Hold(1000);
    }

    // An offset is all the zone there is: no day is shorter or longer than another.
    [Fact]
    public void Every_day_has_24_hours_of_the_references_zone() => Hold(["today", "yesterday", "tomorrow", "昨天", "上周日"], static (text, now) =>
    {
        var interval = Single(text, now).Interval;
        interval.Length.ShouldBe(TimeSpan.FromDays(1));
        (interval.Start.Offset, interval.Start.TimeOfDay).ShouldBe((now.Offset, TimeSpan.Zero));
    });

    private static TimeMention Single(string text, DateTimeOffset now) => TimeExpressions.Find(text, now).ShouldHaveSingleItem($"{text} at {now:O}");

    private static void Hold<T>(IEnumerable<T> texts, Action<T, DateTimeOffset> holds)
    {
        var cases = from text in Gen.Elements(texts) from now in Moments select (text, now);
        Prop.ForAll(Arb.From(cases), sample => holds(sample.text, sample.now)).Hold(1500);
    }
}
