using System.Globalization;
using Remanence.Memories;
using Remanence.Text.Time;

namespace Remanence.Tests.Time;

/// <summary>Holds the reading of whole messages to the table Data/Messages.tsv.</summary>
public sealed class MessageTableTests
{
    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in TimeTable.Rows("Messages.tsv"))
        {
            rows.Add(row[1], row[2], row[3]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Message_tells_of_these_times(string reference, string text, string times)
    {
        var moment = DateTimeOffset.Parse(reference, CultureInfo.InvariantCulture);

        var spoken = SpokenTime.Read(text, moment);

        EventTime[] all = spoken.Event is { } first ? [first, .. spoken.More] : [];
        (all.Length == 0 ? "-" : string.Join(';', all.Select(time => Show(time, moment.Offset)))).ShouldBe(times);
    }

    [Fact]
    public void Table_holds_both_languages_and_many_messages_without_a_time()
    {
        var rows = TimeTable.Rows("Messages.tsv").ToList();

        rows.Count.ShouldBeGreaterThanOrEqualTo(200);
        rows.Count(row => row[0] == "zh").ShouldBeGreaterThanOrEqualTo(60);
        rows.Count(row => row[3] == "-").ShouldBeGreaterThanOrEqualTo(60);
        rows.Count(row => row[3].Contains(';', StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(40);
        rows.Select(row => (row[1], row[2])).ShouldBeUnique();
    }

    private static string Show(EventTime time, TimeSpan offset) => $"{Show(time.Interval.Start, offset)}..{Show(time.Interval.End, offset)} {time.Precision}";

    private static string Show(DateTimeOffset time, TimeSpan offset)
    {
        if (time == DateTimeOffset.MaxValue)
        {
            return "+inf";
        }

        var local = time.ToOffset(offset);
        return local.ToString(
            local.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd"
                : local.Second == 0 ? "yyyy-MM-ddTHH:mm"
                : "yyyy-MM-ddTHH:mm:ss",
            CultureInfo.InvariantCulture);
    }
}
