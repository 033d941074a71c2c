using Remanence.Memories;
using Remanence.Stores;
using Remanence.Stores.Changes;
using Remanence.Stores.History;
using Remanence.Stores.Reads;

namespace Remanence.ConformanceTests.Stores;

public abstract class ErasureSuite<TFixture> : StoreSuite<TFixture>
    where TFixture : StoreFixture, new()
{
    [Fact]
    public async Task Erasing_takes_what_belongs_to_the_scope_and_nothing_else()
    {
        Scope[] scopes = [new("ws", "ann"), new("ws", "ann", "agent"), new("ws", "bob"), new("ws"), new("ws", null, "agent"), new("other", "ann")];
        foreach (var (i, scope) in scopes.Index())
        {
            await Store.CommitAsync(
                new ChangeSet
                {
                    Id = $"set{i}",
                    Workspace = scope.Workspace,
                    At = Sample.At,
                    Resources = [Sample.Resource($"{i}", scope)],
                    Messages = [Sample.Message($"{i}", 0), Sample.Message($"{i}", 1)],
                    Inserts = [Sample.Memory($"{i}", scope), Sample.Memory($"deleted{i}", scope)],
                    Categories = [Sample.Category($"{i}", scope)],
                    Jobs = [Sample.Job($"{i}", scope)],
                },
                Token);
            await Store.CommitAsync(Sample.Changes(scope.Workspace, deletions: [$"deleted{i}"]), Token);
        }

        (await Store.EraseAsync(new Scope("ws", "ann"), Token)).ShouldBe(
            new Erasure { Memories = 2, History = 6, Resources = 2, Messages = 4, Categories = 2, Jobs = 2 });
        foreach (var (i, scope) in scopes.Index())
        {
            var erased = new Scope("ws", "ann").Owns(scope);
            (await Store.GetAsync(scope.Workspace, $"{i}", Token) is null).ShouldBe(erased);
            (await Store.GetHistoryAsync(scope.Workspace, $"{i}", Token)).Count.ShouldBe(erased ? 0 : 1);
            (await Store.GetHistoryAsync(scope.Workspace, $"deleted{i}", Token)).Count.ShouldBe(erased ? 0 : 2);
            (await Store.GetResourceAsync(scope.Workspace, $"{i}", Token) is null).ShouldBe(erased);
            (await Store.QueryMessagesAsync($"{i}", new PageQuery { Scope = new Scope(scope.Workspace) }, Token)).Items.Count.ShouldBe(erased ? 0 : 2);
            (await Store.GetCategoryAsync(scope.Workspace, $"{i}", Token) is null).ShouldBe(erased);
            (await Store.GetJobAsync(scope.Workspace, $"{i}", Token) is null).ShouldBe(erased);
        }

        (await HistoryAsync("ws")).Count.ShouldBe(9);
        (await Store.GetWorkspaceAsync("ws", Token))!.Memories.ShouldBe(3);
        (await Store.EraseAsync(new Scope("ws", "ann"), Token)).ShouldBe(new Erasure());
    }

    [Fact]
    public async Task What_was_built_of_a_workspace_is_to_be_thrown_away_when_something_of_it_was_erased()
    {
        async Task<Freshness> Now() => (await Store.GetFreshnessAsync("ws", Token))!.Value;

        await InsertAsync(Sample.Memory("a", new Scope("ws", "ann")), Sample.Memory("b"), Sample.Memory("c"));
        await Store.CommitAsync(Sample.Changes(deletions: ["c"]), Token);
        var before = await Now();
        await Store.EraseAsync(new Scope("ws", "nobody"), Token);
        await Store.EraseAsync("ws", ["unknown"], Token);
        (await Now()).ShouldBe(before);

        await Store.EraseAsync(new Scope("ws", "ann"), Token);
        var person = await Now();
        (person.Generation > before.Generation, person.Sequence).ShouldBe((true, before.Sequence + 1));
        await Store.EraseAsync("ws", ["b"], Token);
        var memory = await Now();
        (memory.Generation > person.Generation, memory.Sequence).ShouldBe((true, person.Sequence + 1));

        // It was deleted before and only its past is erased, which readers of the feed have nothing to hear of.
        await Store.EraseAsync("ws", ["c"], Token);
        var past = await Now();
        (past.Generation > memory.Generation, past.Sequence).ShouldBe((true, memory.Sequence));
    }

    [Fact]
    public async Task Erased_change_sets_are_forgotten_and_others_remembered()
    {
        var anns = Sample.Changes(inserts: [Sample.Memory("a", new Scope("ws", "ann"))], fingerprint: "f");
        var bobs = Sample.Changes(inserts: [Sample.Memory("b", new Scope("ws", "bob"))], fingerprint: "f");
        await Store.CommitAsync(anns, Token);
        await Store.CommitAsync(bobs, Token);
        await Store.EraseAsync(new Scope("ws", "ann"), Token);
        (await Store.CommitAsync(bobs, Token)).AlreadyApplied.ShouldBeTrue();
        (await Store.CommitAsync(anns, Token)).AlreadyApplied.ShouldBeFalse();
        (await Store.GetHistoryAsync("ws", "a", Token)).Select(entry => entry.Operation).ShouldBe([HistoryOperation.Created]);
    }

    [Fact]
    public async Task Erasing_single_memories_takes_their_history_and_leaves_their_resources()
    {
        await Store.CommitAsync(Sample.Brings("ws", [Sample.Resource("r")], [Sample.Message("r", 0)]), Token);
        await InsertAsync(Sample.Memory("a"), Sample.Memory("b"), Sample.Memory("c"));
        await Store.CommitAsync(Sample.Changes(updates: [new(Sample.Memory("a"))], deletions: ["b"]), Token);
        (await Store.EraseAsync("ws", ["a", "b", "unknown", "a"], Token)).ShouldBe(new Erasure { Memories = 1, History = 4 });
        (await IdsAsync(new Scope("ws"))).ShouldBe(["c"]);
        (await HistoryAsync("ws")).Select(entry => entry.MemoryId).ShouldBe(["c"]);
        (await Store.GetResourceAsync("ws", "r", Token)).ShouldNotBeNull();
        (await Store.EraseAsync("ws", [], Token)).ShouldBe(new Erasure());
    }

    [Fact]
    public async Task Erasing_by_session_and_agent_works_without_a_user()
    {
        await InsertAsync(
            Sample.Memory("a", new Scope("ws", "ann", "x", "s")), Sample.Memory("b", new Scope("ws", "bob", null, "s")), Sample.Memory("c", new Scope("ws")));
        (await Store.EraseAsync(new Scope("ws", Session: "s", Agent: "x"), Token)).Memories.ShouldBe(1);
        (await Store.EraseAsync(new Scope("ws", Session: "s"), Token)).Memories.ShouldBe(1);
        (await IdsAsync(new Scope("ws"))).ShouldBe(["c"]);
    }

    [Fact]
    public async Task Erasing_nobody_is_refused_and_erasing_the_unknown_does_nothing()
    {
        await InsertAsync(Sample.Memory());
        await Should.ThrowAsync<ArgumentException>(async () => await Store.EraseAsync(new Scope("ws"), Token));
        (await Store.EraseAsync(new Scope("unknown", "ann"), Token)).ShouldBe(new Erasure());
        (await Store.EraseAsync("unknown", ["a"], Token)).ShouldBe(new Erasure());
        (await Store.GetWorkspaceAsync("unknown", Token)).ShouldBeNull();
        (await Store.GetWorkspaceAsync("ws", Token))!.Sequence.ShouldBe(1);
    }

    [Fact]
    public async Task Erasing_waits_for_no_new_reader()
    {
        await InsertAsync([.. Enumerable.Range(0, 50).Select(i => Sample.Memory($"m{i}", new Scope("ws", "ann")))]);
        Task<Erasure>? erasing = null;
        var read = 0;
        await foreach (var change in ((IChangeFeed)Store).ReadChangesAsync("ws", 0, Token))
        {
            erasing ??= Store.EraseAsync(new Scope("ws", "ann"), Token);
            read++;

            // Others write and read while the erasure waits for this reader.
            await InsertAsync(Sample.Memory());
            await Store.GetAsync("ws", "m0", Token);
        }

        read.ShouldBe(50);
        (await erasing!).Memories.ShouldBe(50);
    }
}
