using FsCheck.Fluent;
using Remanence.Memories;
using Remanence.Search;

namespace Remanence.Tests.Search;

public sealed class ConversationThreadsTests
{
    [Fact]
    public void Messages_stand_in_the_order_of_their_times_however_they_arrive()
    {
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 60)).ToArbitrary(), minutes =>
        {
            var threads = new ConversationThreads();
            foreach (var minute in minutes)
            {
                threads.Add(Message(minute));
            }

            var expected = Enumerable.Range(0, minutes.Length).OrderBy(row => minutes[row]).ToArray();
            Walk(threads, minutes.Length).ShouldBe(expected);
        }).Hold();
    }

    [Fact]
    public void A_removed_message_leaves_its_neighbours_side_by_side()
    {
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 60)).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (minutes, pick) =>
        {
            if (minutes.Length == 0)
            {
                return;
            }

            var threads = new ConversationThreads();
            foreach (var minute in minutes)
            {
                threads.Add(Message(minute));
            }

            var removed = pick % minutes.Length;
            threads.Remove(removed);
            var left = Enumerable.Range(0, minutes.Length).OrderBy(row => minutes[row]).Where(row => row != removed).ToArray();
            Walk(threads, minutes.Length).ShouldBe(left.Length > 1 ? left : Walk(threads, minutes.Length));
        }).Hold();
    }

    [Fact]
    public void A_changed_message_keeps_its_place()
    {
        var threads = new ConversationThreads();
        for (var row = 0; row < 5; row++)
        {
            threads.Add(Message(0));
        }

        threads.Replace(2, Message(0));
        Walk(threads, 6).ShouldBe([0, 1, 5, 3, 4]);
        threads.Episodes[5].ShouldBe(threads.Episodes[0]);
    }

    [Fact]
    public void A_long_pause_begins_another_episode()
    {
        var threads = new ConversationThreads();
        threads.Add(Message(0));
        threads.Add(Message(5));
        threads.Add(Message(60 * 24));
        threads.Episodes.ToArray().ShouldBe([0, 0, 1]);
        threads.Next[1].ShouldBe(-1);
    }

    [Fact]
    public void Other_scopes_and_other_kinds_are_no_neighbours()
    {
        var threads = new ConversationThreads();
        threads.Add(Message(0));
        threads.Add(new Memory(Message(1)) { Scope = new Scope("w", "other") });
        threads.Add(new Memory(Message(2)) { Kind = MemoryKinds.Observation });
        threads.Next.ToArray().ShouldAllBe(next => next == -1);
    }

    private static List<int> Walk(ConversationThreads threads, int rows)
    {
        var next = threads.Next.ToArray();
        var previous = threads.Previous.ToArray();
        var starts = Enumerable.Range(0, rows).Where(row => previous[row] == -1 && (next[row] != -1 || threads.Episodes[row] >= 0)).ToArray();
        if (starts.Length == 0)
        {
            return [];
        }

        // Removed and replaced rows stand alone; the walk begins where there is somebody after, or at the only one left.
        var start = starts.OrderByDescending(row => next[row] != -1).First();
        var walk = new List<int>();
        for (var row = start; row != -1; row = next[row])
        {
            walk.Add(row);
        }

        return walk;
    }

    private static Memory Message(int minute)
    {
        var time = DateTimeOffset.UnixEpoch.AddMinutes(minute);
        return new Memory
        {
            Id = "m",
            Scope = new Scope("w"),
            Kind = MemoryKinds.Message,
            Content = "x",
            ObservedAt = time,
            RecordedAt = time,
            UpdatedAt = time,
        };
    }
}
