using Remanence.Services;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Services;

[Needs(typeof(IMemoryWatching))]
public abstract class WatchSuite<TFixture>(TFixture fixture) : MemoryServiceSuite<TFixture>(fixture)
    where TFixture : MemoryServiceFixture
{
    [Fact]
    public async Task What_happened_since_a_commit_and_what_happens_then_is_told_in_order()
    {
        var first = await Remember("before the watch");
        await using var watch = Watching.WatchAsync(All, 0, Cancelled).GetAsyncEnumerator(Cancelled);
        (await Next(watch)).ShouldBe((1, first, true, true));

        var waiting = Next(watch);
        var second = await Remember("during the watch");
        (await waiting).ShouldBe((2, second, true, true));

        waiting = Next(watch);
        await Service.ForgetAsync(All, first, Cancelled);
        (await waiting).ShouldBe((3, first, false, true));
    }

    [Fact]
    public async Task Only_the_last_change_of_a_commit_ends_it()
    {
        await Memorize(new MemorizeRequest { Messages = [Said("one"), Said("two"), Said("three")] });
        await using var watch = Watching.WatchAsync(All, 0, Cancelled).GetAsyncEnumerator(Cancelled);
        var ends = new List<bool> { (await Next(watch)).Ends, (await Next(watch)).Ends, (await Next(watch)).Ends };
        ends.ShouldBe([false, false, true]);
    }

    [Fact]
    public async Task A_user_hears_of_their_own_and_the_shared_alone()
    {
        await Remember("of ben", user: "ben");
        var mine = await Remember("of ana", user: "ana");
        var gone = await Remember("of ben, to go", user: "ben");
        await Service.ForgetAsync(All, gone, Cancelled);
        var shared = await Remember("of everybody");
        await using var watch = Watching.WatchAsync(Of("ana"), 0, Cancelled).GetAsyncEnumerator(Cancelled);
        (await Next(watch)).Id.ShouldBe(mine);
        (await Next(watch)).Id.ShouldBe(shared);
        var waiting = Next(watch);
        await Remember("of ben again", user: "ben");
        var next = await Remember("of ana again", user: "ana");
        (await waiting).Id.ShouldBe(next);
    }

    [Fact]
    public async Task A_watch_ends_when_it_is_cancelled()
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        await using var watch = Watching.WatchAsync(All, 0, ending.Token).GetAsyncEnumerator(ending.Token);
        var waiting = watch.MoveNextAsync();
        await ending.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await waiting);
    }

    private static async Task<(long Sequence, string Id, bool IsThere, bool Ends)> Next(IAsyncEnumerator<MemoryChange> watch)
    {
        (await watch.MoveNextAsync()).ShouldBeTrue();
        var change = watch.Current;
        return (change.Sequence, change.MemoryId, change.Memory is not null, change.EndsCommit);
    }
}
