using FsCheck;
using FsCheck.Fluent;
using Remanence.Memories;
using Remanence.Text.Time;

namespace Remanence.Tests.Time;

public sealed class TimeProperties
{
    private static readonly string[] Words =
    [
        "last", "next", "this", "May", "may", "March", "Friday", "week", "weekend", "month", "year", "days", "ago", "two", "a", "couple", "of", "in", "on",
        "at",
        "the", "before", "after", "since", "until", "between", "and", "from", "to", "7", "7th", "2023", "1990s", "90s", "13:56", "3", "pm", "2023-05-07",
        "5/7/2023",
        "early", "mid", "-", ",", ".", "first", "Christmas", "every", "Mondays", "summer", "Q3", "will", "half", "quarter", "past", "noon", "yesterday",
        "morning",
        "上", "下", "周", "三", "个", "月", "年", "五", "日", "号", "前", "后", "天", "今", "昨", "去", "半", "点", "从", "到", "之间", "以来", "每", "春节", "几", "最近",
        "2022年", "5月", "十", "二〇二三", "第", "季度", "晚", "末", "初", "9999", "99999999999", "decades", "９", "\n", "–", "'", "years", "seconds", "+", "Z", "T",
        "other", "second", "weeks", "fortnightly", "evenings", "1st", "&", "/", "隔", "和", "、", "最后一天", "第二个", "月份",
    ];

    // Expressions that a shift of the reference by whole weeks must carry along.
    private static readonly string[] Weekly =
    [
        "last Monday", "next Friday", "this Sunday", "on Tuesday", "last week", "next weekend", "this weekend", "two days ago", "a week ago",
        "yesterday morning",
        "the past three days", "tonight", "every Monday", "the week before last", "from Monday to Wednesday", "in two weeks", "recently", "a few days ago",
        "上周三", "下周日", "周五晚上", "这个周末", "三天前", "前天", "过去一周", "每周一", "最近", "周一到周三", "两周后", "今晚8点",
        "every Monday and Wednesday", "Tuesdays & Thursdays at 5 pm", "every other Friday", "every two weeks on Sunday", "Monday to Friday every week",
        "biweekly",
        "每周一、三、五", "每周一到周五", "隔周三", "每隔一周", "周六和周日每晚",
    ];

    [Fact]
    public void Any_words_at_any_moment_give_ordered_mentions_inside_the_text()
    {
        var texts = Gen.ArrayOf(Gen.Elements(Words)).Zip(Gen.Elements(" ", ""), (words, blank) => string.Join(blank, words));
        Hold(texts, 2000);
    }

    [Fact]
    public void Any_string_at_any_moment_gives_ordered_mentions_inside_the_text() =>
        Hold(ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""), 1000);

    [Fact]
    public void Any_string_is_a_timestamp_or_is_refused() =>
        Prop.ForAll(
            Arb.From(Gen.ArrayOf(Gen.Elements(Words)).Select(words => string.Join(' ', words))),
            text => MessageTimes.TryParse(text, out var time) ? time.Year is >= 1900 and <= 2200 : time == default)
            .Hold(2000);

    [Fact]
    public void A_shift_by_weeks_shifts_what_counts_in_days_and_weeks()
    {
        var cases =
            from text in Gen.Elements(Weekly)
            from hours in Gen.Choose(0, 24 * 365 * 60)
            from weeks in Gen.Choose(-500, 500)
            from zone in Gen.Choose(-11, 13)
            select (text, new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.FromHours(zone)).AddHours(hours), weeks);
        Prop.ForAll(Arb.From(cases), static sample =>
        {
            var (text, reference, weeks) = sample;
            var shift = TimeSpan.FromDays(7 * weeks);
            var here = TimeExpressions.Find(text, reference).ShouldHaveSingleItem();
            var there = TimeExpressions.Find(text, reference + shift).ShouldHaveSingleItem();
            return there.Interval == new TimeInterval(here.Interval.Start + shift, here.Interval.End + shift);
        }).Hold(1000);
    }

    [Fact]
    public void An_absolute_date_does_not_depend_on_the_reference()
    {
        var cases =
            from hours in Gen.Choose(0, 24 * 365 * 60)
            from day in Gen.Choose(0, 365 * 150)
            select (
                new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)).AddHours(hours),
                new DateTime(1920, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(day));
        string[] formats = ["MMMM d, yyyy", "d MMMM yyyy", "yyyy-MM-dd", "M/d/yyyy", "yyyy/M/d", "MMM d yyyy", "yyyy年M月d日", "dddd, MMMM d, yyyy"];
        Prop.ForAll(Arb.From(cases), sample =>
        {
            var (reference, date) = sample;
            foreach (var format in formats)
            {
                var text = date.ToString(format, System.Globalization.CultureInfo.InvariantCulture);
                var mention = TimeExpressions.Find(text, reference).ShouldHaveSingleItem(text);
                mention.Interval.Start.ShouldBe(new DateTimeOffset(date, reference.Offset), text);
                mention.Interval.Length.ShouldBe(TimeSpan.FromDays(1), text);
                mention.Length.ShouldBe(text.Length, text);
            }
        }).Hold(500);
    }

    private static void Hold(Gen<string> texts, int samples)
    {
        var moments = Gen.OneOf(
            Gen.Choose(0, int.MaxValue).Select(seconds => DateTimeOffset.UnixEpoch.AddSeconds(seconds)),
            Gen.Choose(-14 * 60, 14 * 60).Zip(Gen.Choose(0, 40_000), static (zone, hours) => Near(DateTime.MinValue, hours, zone)),
            Gen.Choose(-14 * 60, 14 * 60).Zip(Gen.Choose(0, 40_000), static (zone, hours) => Near(DateTime.MaxValue, -hours, zone)),
            Gen.Elements(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.FromHours(-5))));
        Prop.ForAll(Arb.From(texts.Zip(moments)), static sample =>
        {
            var (text, reference) = sample;
            var end = 0;
            foreach (var mention in TimeExpressions.Find(text, reference))
            {
                mention.Start.ShouldBeGreaterThanOrEqualTo(end, text);
                mention.Length.ShouldBePositive(text);
                end = mention.Start + mention.Length;
                mention.Interval.Start.ShouldBeLessThan(mention.Interval.End, text);
            }

            end.ShouldBeLessThanOrEqualTo(text.Length, text);
            TimeExpressions.AsksWhen(text);
        }).Hold(samples);
    }

    private static DateTimeOffset Near(DateTime edge, int hours, int zone)
    {
        var offset = TimeSpan.FromMinutes(zone);
        var ticks = edge.Ticks + (hours * TimeSpan.TicksPerHour);
        var utc = Math.Clamp(ticks, Math.Max(0, -offset.Ticks), Math.Min(DateTime.MaxValue.Ticks, DateTime.MaxValue.Ticks - offset.Ticks));
        return new DateTimeOffset(utc, TimeSpan.Zero).ToOffset(offset);
    }
}
