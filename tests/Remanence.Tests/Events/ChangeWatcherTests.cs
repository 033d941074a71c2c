using NSubstitute;
using Remanence.ConformanceTests.Stores;
using Remanence.Events;
using Remanence.Memories;
using Remanence.Stores;
using Remanence.Stores.Changes;
using Remanence.Stores.Reads;

namespace Remanence.Tests.Events;

public sealed class ChangeWatcherTests
{
    /// <summary>One who stops reading costs a page, whatever the workspace holds: the store is asked for the next when the last of this one is taken.</summary>
    [Fact]
    public async Task Nothing_is_read_ahead_of_the_reader_but_a_page()
    {
        var store = Substitute.For<MemoryStore, IChangeFeed>();
#pragma warning disable CA2012 // What is called here only tells the substitute what to answer.
        store.GetFreshnessAsync("ws", Arg.Any<CancellationToken>()).Returns(new ValueTask<Freshness?>(new Freshness(1, 1)));
#pragma warning restore CA2012
        var asked = new List<string?>();
        ((IChangeFeed)store)
            .QueryChangesAsync("ws", 0, Arg.Any<string?>(), Arg.Any<int>(), Arg.Any<CancellationToken>())
            .Returns(call =>
            {
                asked.Add(call.ArgAt<string?>(2));
                var items = Enumerable.Range(0, call.ArgAt<int>(3)).Select(i => new MemoryChange(asked.Count, $"{asked.Count}-{i}", Sample.Memory()));
                return Task.FromResult(new Page<MemoryChange>([.. items], $"after {asked.Count}"));
            });
        await using var watch = new ChangeWatcher(store)
            .WatchAsync(new Scope("ws"), 0, TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        for (var taken = 0; taken < 50; taken++)
        {
            (await watch.MoveNextAsync()).ShouldBeTrue();
        }

        asked.ShouldBe([null]);
        while (watch.Current.Sequence == 1)
        {
            await watch.MoveNextAsync();
        }

        asked.ShouldBe([null, "after 1"]);
    }
}
