using System.Globalization;
using Remanence.Text.Time;

namespace Remanence.Tests.Time;

/// <summary>Holds the grammar to the reviewed table Data/Expressions.tsv.</summary>
public sealed class ExpressionTableTests
{
    public static TheoryData<string, string, string, string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string, string, string, string>();
        foreach (var row in TimeTable.Rows("Expressions.tsv"))
        {
            rows.Add(row[1], row[2], row[3], row[4], row[5], row[6]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Expression_means_what_its_words_say(string reference, string text, string starts, string ends, string precisions, string flags)
    {
        var moment = DateTimeOffset.Parse(reference, CultureInfo.InvariantCulture);

        var mentions = TimeExpressions.Find(text, moment);

        string[] expected = flags == "none" ? [] : [.. starts.Split(';').Select((start, i) =>
            Show(Instant(start, moment.Offset), Instant(ends.Split(';')[i], moment.Offset), precisions.Split(';')[i], flags.Split(';')[i]))];
        mentions.Select(mention => Show(mention.Interval.Start, mention.Interval.End, mention.Precision.ToString(), Flags(mention))).ShouldBe(expected);
    }

    [Fact]
    public void Table_holds_both_languages_many_times_each_once()
    {
        var rows = TimeTable.Rows("Expressions.tsv").ToList();

        rows.Count.ShouldBeGreaterThanOrEqualTo(300);
        rows.Count(row => row[0] == "en").ShouldBeGreaterThanOrEqualTo(120);
        rows.Count(row => row[0] == "zh").ShouldBeGreaterThanOrEqualTo(120);
        rows.Select(row => (row[1], row[2])).ShouldBeUnique();
    }

    private static string Show(DateTimeOffset start, DateTimeOffset end, string precision, string flags) => $"{start:O} to {end:O} {precision} {flags}";

    private static string Flags(TimeMention mention) => (mention.Fuzzy, mention.Recurring) switch
    {
        (true, true) => "FR",
        (true, false) => "F",
        (false, true) => "R",
        _ => "-",
    };

    private static DateTimeOffset Instant(string text, TimeSpan offset) => text switch
    {
        "-inf" => DateTimeOffset.MinValue,
        "+inf" => DateTimeOffset.MaxValue,
        _ => new DateTimeOffset(DateTime.Parse(text, CultureInfo.InvariantCulture), offset),
    };
}
