using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Stores;

public abstract class DurabilitySuite<TFixture> : StoreSuite<TFixture>
    where TFixture : StoreFixture, new()
{
    [Fact]
    public async Task Everything_is_there_after_a_restart()
    {
        Assert.SkipUnless(Fixture.IsDurable, "This store keeps nothing beyond the process.");
        var scope = new Scope("ws", "ann");
        var full = Sample.Full("full", scope);
        var set = new ChangeSet
        {
            Id = "set",
            Workspace = "ws",
            At = Sample.At,
            Fingerprint = "f",
            Resources = [Sample.Resource("r", scope)],
            Messages = [Sample.Message("r", 0, "said")],
            Inserts = [full, Sample.Memory("gone", scope)],
            Deletions = ["gone"],
            Categories = [Sample.Category("c", scope)],
            Jobs = [Sample.Job("j", scope)],
        };
        await Store.CommitAsync(set, Token);
        var cursor = (await InsertAsync(Sample.Memory("a"), Sample.Memory("b")), await Store.QueryAsync(new() { Scope = new("ws"), Limit = 2 }, Token))
            .Item2
            .NextCursor;
        await ReopenAsync();

        (await Store.GetAsync("ws", "full", Token)).ShouldBeSame(full);
        (await Store.QueryAsync(new() { Scope = new("ws"), Cursor = cursor }, Token)).Items.Select(memory => memory.Id).ShouldBe(["b"]);
        (await Store.GetHistoryAsync("ws", "gone", Token)).Count.ShouldBe(2);
        (await ChangesAsync("ws", 0)).Select(change => change.MemoryId).ShouldBe(["gone", "full", "a", "b"]);
        (await Store.QueryMessagesAsync("r", new() { Scope = scope }, Token)).Items.Single().Message.Content.ShouldBe("said");
        (await Store.GetCategoryAsync("ws", "c", Token)).ShouldBe(Sample.Category("c", scope));
        (await Store.LeaseJobAsync("w", TimeSpan.FromHours(1), [], Token))!.Id.ShouldBe("j");
        (await Store.CommitAsync(set, Token)).AlreadyApplied.ShouldBeTrue();
        (await InsertAsync(Sample.Memory("c"))).Sequence.ShouldBe(3);
        (await IdsAsync(new Scope("ws"))).ShouldBe(["full", "a", "b", "c"]);
    }

    [Fact]
    public async Task What_was_erased_stays_erased()
    {
        Assert.SkipUnless(Fixture.IsDurable, "This store keeps nothing beyond the process.");
        await InsertAsync(Sample.Memory("a", new Scope("ws", "ann")), Sample.Memory("b"));
        await Store.EraseAsync(new Scope("ws", "ann"), Token);
        await ReopenAsync();
        (await IdsAsync(new Scope("ws"))).ShouldBe(["b"]);
        (await Store.GetHistoryAsync("ws", "a", Token)).ShouldBeEmpty();
        (await ChangesAsync("ws", 1)).Select(change => (change.MemoryId, change.Memory)).ShouldBe([("a", null)]);
    }

    [Fact]
    public async Task Closing_finishes_what_waits()
    {
        Assert.SkipUnless(Fixture.IsDurable, "This store keeps nothing beyond the process.");
        var commits = Enumerable.Range(0, 50).Select(i => InsertAsync(Sample.Memory($"m{i}"))).ToList();
        await ReopenAsync();
        await Task.WhenAll(commits);
        (await IdsAsync(new Scope("ws"))).Count.ShouldBe(50);
    }
}
