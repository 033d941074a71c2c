using System.Globalization;
using Remanence.Memories;
using Remanence.Text.Time;

namespace Remanence.Tests.Time;

public sealed class FoundTests
{
    public static TheoryData<string, string, string, string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string, string, string, string>();
        foreach (var row in TimeTable.Rows("Found.tsv"))
        {
            rows.Add(row[0], row[1], row[2], row[3], row[4], row[5]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Expression_is_found_and_placed(string reference, string text, string start, string end, string precision, string flags)
    {
        var moment = DateTimeOffset.Parse(reference, CultureInfo.InvariantCulture);

        var mention = TimeExpressions.Find(text, moment).ShouldHaveSingleItem();

        var expected = new TimeInterval(Instant(start, moment.Offset), Instant(end, moment.Offset));
        mention.Interval.ShouldBe(expected);
        mention.Precision.ShouldBe(Enum.Parse<TimePrecision>(precision));
        mention.Fuzzy.ShouldBe(flags.Contains('F', StringComparison.Ordinal));
        mention.Recurring.ShouldBe(flags.Contains('R', StringComparison.Ordinal));
    }

    [Fact]
    public void Table_is_complete() => TimeTable.Rows("Found.tsv").Count().ShouldBeGreaterThanOrEqualTo(300);

    [Theory]
    [InlineData("I moved in May 2022 and left last week.", "May 2022|last week")]
    [InlineData("yesterday, today and tomorrow", "yesterday|today|tomorrow")]
    [InlineData("昨天和今天，还有上周三", "昨天|今天|上周三")]
    [InlineData("We met the day before yesterday at 3 pm, not in 2021.", "the day before yesterday at 3 pm|2021")]
    [InlineData("in May and June", "May|June")]
    [InlineData("In March, April and May", "March|April|May")]
    [InlineData("2023年5月7日下午三点开会，2022年没有。", "2023年5月7日下午三点|2022年")]
    public void Mentions_point_at_their_words(string text, string expected)
    {
        var reference = new DateTimeOffset(2023, 5, 25, 14, 30, 0, TimeSpan.FromHours(8));

        var words = TimeExpressions.Find(text, reference).Select(mention => text.Substring(mention.Start, mention.Length));

        string.Join('|', words).ShouldBe(expected);
    }

    private static DateTimeOffset Instant(string text, TimeSpan offset) => text switch
    {
        "-inf" => DateTimeOffset.MinValue,
        "+inf" => DateTimeOffset.MaxValue,
        _ => new DateTimeOffset(DateTime.Parse(text, CultureInfo.InvariantCulture), offset),
    };
}
