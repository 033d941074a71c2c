using Remanence.Text.Time;

namespace Remanence.Tests.Time;

public sealed class NothingFoundTests
{
    private static readonly DateTimeOffset Reference = new(2023, 5, 25, 14, 30, 0, TimeSpan.FromHours(8));

    public static TheoryData<string> Rows()
    {
        var rows = new TheoryData<string>();
        foreach (var row in TimeTable.Rows("Nothing.tsv"))
        {
            rows.Add(row[0]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Everyday_words_are_no_times(string text) => TimeExpressions.Find(text, Reference).ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\ud800\udc00 \ud800")]
    public void Text_without_words_holds_nothing(string text) => TimeExpressions.Find(text, Reference).ShouldBeEmpty();

    [Theory]
    [InlineData("yesterday")]
    [InlineData("five years ago")]
    [InlineData("last week")]
    [InlineData("去年")]
    public void Expression_before_the_calendar_begins_is_dropped(string text) =>
        TimeExpressions.Find(text, DateTimeOffset.MinValue).ShouldBeEmpty();

    // The wall clock leaves the calendar although the instant, in UTC, would still lie inside.
    [Fact]
    public void Expression_outside_the_local_calendar_is_dropped()
    {
        TimeExpressions.Find("three hours ago", new DateTimeOffset(1, 1, 1, 2, 0, 0, TimeSpan.FromHours(-5))).ShouldBeEmpty();
        TimeExpressions.Find("in three hours", new DateTimeOffset(9999, 12, 31, 23, 0, 0, TimeSpan.FromHours(8))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("next year")]
    [InlineData("in 9999 decades")]
    [InlineData("三千天后，九千年后")]
    [InlineData("明年")]
    public void Expression_after_the_calendar_ends_is_dropped(string text) =>
        TimeExpressions.Find(text, DateTimeOffset.MaxValue).ShouldBeEmpty();
}
