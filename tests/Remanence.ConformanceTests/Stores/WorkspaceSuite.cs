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
    public async Task Copy_brings_everything_but_history_and_jobs()
    {
        var scope = new Scope("ws", "ann", "agent", "session");
        var full = Sample.Full("full", scope);
        await InsertAsync(Sample.Memory("gone"), full);
        await Store.CommitAsync(
            new ChangeSet
            {
                Id = "set",
                Workspace = "ws",
                At = Sample.At,
                Resources = [Sample.Resource("r1", scope), Sample.Resource("r2")],
                Messages = [Sample.Message("r1", 0, "one"), Sample.Message("r2", 5, "two"), Sample.Message("r2", 6, "three")],
                Inserts = [Sample.Memory("last")],
                Deletions = ["gone"],
                Categories = [Sample.Category("c", scope)],
                Jobs = [Sample.Job("j", scope)],
            },
            Token);
        (await Store.CopyWorkspaceAsync("ws", "copy", Sample.At.AddDays(9), Token)).ShouldBe(2);

        (await Store.GetWorkspaceAsync("copy", Token)).ShouldBe(new WorkspaceInfo("copy", Sample.At.AddDays(9), 1, 2));
        (await IdsAsync(new Scope("copy"))).ShouldBe(["full", "last"]);
        (await Store.GetAsync("copy", "full", Token)).ShouldBeSame(new Memory(full) { Scope = scope with { Workspace = "copy" } });
        (await ChangesAsync("copy", 0)).Select(change => (change.Sequence, change.MemoryId)).ShouldBe([(1, "full"), (1, "last")]);
        (await HistoryAsync("copy")).ShouldBeEmpty();
        var page = new PageQuery { Scope = new Scope("copy") };
        (await Store.QueryResourcesAsync(page, Token)).Items.Select(item => item.Id).ShouldBe(["r1", "r2"]);
        (await Store.GetResourceAsync("copy", "r1", Token))!.Scope.ShouldBe(scope with { Workspace = "copy" });
        (await Store.QueryMessagesAsync("r2", page, Token)).Items.Select(item => (item.Position, item.Message.Content)).ShouldBe([(5, "two"), (6, "three")]);
        (await Store.GetCategoryAsync("copy", "c", Token)).ShouldBe(Sample.Category("c", scope with { Workspace = "copy" }));
        (await Store.QueryJobsAsync(page, [], Token)).Items.ShouldBeEmpty();

        await InsertAsync(Sample.Memory("new", new Scope("copy")));
        await Store.CommitAsync(Sample.Changes("copy", updates: [new(Sample.Memory("last", new Scope("copy"), "other"))]), Token);
        (await IdsAsync(new Scope("copy"))).ShouldBe(["full", "last", "new"]);
        (await Store.GetAsync("ws", "last", Token))!.Content.ShouldBe("I like tea");
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
        await Store.CopyWorkspaceAsync("ws", "copy", Sample.At, Token);
        (await Store.GetFreshnessAsync("copy", Token))!.Value.Generation.ShouldBeGreaterThan(other.Generation);
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

        // Also under a name that comes from a copy.
        await Store.DropWorkspaceAsync("ws", Token);
        await InsertAsync(Sample.Memory("d", new Scope("other")));
        await Store.CopyWorkspaceAsync("other", "ws", Sample.At, Token);
        (await ChangesAsync("ws", 3)).Select(change => (change.Sequence, change.MemoryId)).ShouldBe([(4, "d")]);
        (await Store.GetFreshnessAsync("ws", Token))!.Value.Generation.ShouldBeGreaterThan(again.Generation);
    }

    [Fact]
    public async Task Copy_needs_a_new_target_and_a_known_source()
    {
        await InsertAsync(Sample.Memory());
        await Should.ThrowAsync<MemoryConflictException>(Store.CopyWorkspaceAsync("ws", "ws", Sample.At, Token));
        (await Store.CopyWorkspaceAsync("unknown", "copy", Sample.At, Token)).ShouldBe(0);
        (await Store.GetWorkspaceAsync("copy", Token)).ShouldBeNull();
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
