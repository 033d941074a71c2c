using Remanence.Memories;
using Remanence.Stores;
using Remanence.Stores.History;
using Remanence.Stores.Reads;

namespace Remanence.ConformanceTests.Stores;

public abstract class WorkspaceSuite<TFixture> : StoreSuite<TFixture>
    where TFixture : StoreFixture, new()
{
    [Fact]
    public async Task Workspaces_are_listed_by_name()
    {
        string[] names = ["b", "B", "a", "é", "\uffee", "\U0001F375", "", "a b"];
        foreach (var name in names)
        {
            await InsertAsync(Sample.Memory(scope: new Scope(name)));
        }

        (await Store.ListWorkspacesAsync(Token)).Select(item => item.Name).ShouldBe(names.Order(StringComparer.Ordinal));
        (await Store.ListWorkspacesAsync(Token)).ShouldAllBe(item => item.Memories == 1 && item.Sequence == 1 && item.CreatedAt == Sample.At.AddHours(1));
    }

    [Fact]
    public async Task Freshness_moves_with_every_commit_and_is_nobody_elses()
    {
        (await Store.GetFreshnessAsync("ws", Token)).ShouldBeNull();
        var first = await InsertAsync(Sample.Memory("a"));
        (await Store.GetFreshnessAsync("ws", Token)).ShouldBe(new Freshness(first.Generation, 1));
        await Store.CommitAsync(Sample.Changes(jobs: [Sample.Job()]), Token);
        (await Store.GetFreshnessAsync("ws", Token)).ShouldBe(new Freshness(first.Generation, 2));
        var other = await InsertAsync(Sample.Memory(scope: new Scope("other")));
        other.Generation.ShouldNotBe(first.Generation);
        (await Store.GetFreshnessAsync("ws", Token)).ShouldBe(new Freshness(first.Generation, 2));
    }

    [Fact]
    public async Task A_workspace_created_again_has_another_generation_and_goes_on_above_the_numbers_of_the_old_one()
    {
        var old = await InsertAsync(Sample.Memory("a"));
        await InsertAsync(Sample.Memory("b"));
        await Store.DropWorkspaceAsync("ws", Token);
        (await Store.GetFreshnessAsync("ws", Token)).ShouldBeNull();
        if (Fixture.IsDurable)
        {
            await ReopenAsync();
        }

        var again = await InsertAsync(Sample.Memory("c"));
        (again.Sequence, again.Generation > old.Generation).ShouldBe((3, true));
        (await ChangesAsync("ws", 2)).Select(change => (change.Sequence, change.MemoryId)).ShouldBe([(3, "c")]);
    }

    [Fact]
    public async Task Drop_removes_everything_and_the_name_can_be_used_again()
    {
        var set = new ChangeSet
        {
            Id = "set",
            Workspace = "ws",
            At = Sample.At,
            Resources = [Sample.Resource("r")],
            Messages = [Sample.Message("r", 0)],
            Inserts = [Sample.Memory("a"), Sample.Memory("b")],
            Deletions = ["b"],
            Categories = [Sample.Category("c")],
            Jobs = [Sample.Job("j")],
        };
        await Store.CommitAsync(set, Token);
        await InsertAsync(Sample.Memory("kept", new Scope("other")));
        (await Store.DropWorkspaceAsync("ws", Token)).ShouldBe(
            new Erasure { Memories = 1, History = 3, Resources = 1, Messages = 1, Categories = 1, Jobs = 1 });
        (await Store.ListWorkspacesAsync(Token)).Select(item => item.Name).ShouldBe(["other"]);
        (await ChangesAsync("ws", 0)).ShouldBeEmpty();
        (await Store.GetJobAsync("ws", "j", Token)).ShouldBeNull();
        (await Store.DropWorkspaceAsync("ws", Token)).ShouldBe(new Erasure());
        var again = await Store.CommitAsync(set, Token);
        (again.Sequence, again.AlreadyApplied).ShouldBe((2, false));
        (await Store.GetHistoryAsync("ws", "a", Token)).Single().Operation.ShouldBe(HistoryOperation.Created);
    }
}
