using Remanence.Memories;
using Remanence.Stores;
using Remanence.Stores.Reads;

namespace Remanence.ConformanceTests.Stores;

public abstract class CommitSuite<TFixture> : StoreSuite<TFixture>
    where TFixture : StoreFixture, new()
{
    [Fact]
    public async Task Sequence_counts_commits_of_each_workspace_without_gaps()
    {
        for (var i = 1; i <= 5; i++)
        {
            (await InsertAsync(Sample.Memory())).Sequence.ShouldBe(i);
            await Should.ThrowAsync<MemoryNotFoundException>(Store.CommitAsync(Sample.Changes(updates: [new(Sample.Memory("unknown"))]), Token));
            (await InsertAsync(Sample.Memory(scope: new Scope("other")))).Sequence.ShouldBe(i);
        }

        (await Store.GetWorkspaceAsync("ws", Token)).ShouldBe(new WorkspaceInfo("ws", Sample.At.AddHours(1), 5, 5));
    }

    [Fact]
    public async Task Empty_change_set_is_a_commit()
    {
        (await Store.CommitAsync(Sample.Changes(), Token)).ShouldSatisfyAllConditions(
            result => result.Sequence.ShouldBe(1), result => result.AlreadyApplied.ShouldBeFalse(), result => result.Existing.ShouldBeEmpty());
    }

    [Fact]
    public async Task Same_change_set_again_changes_nothing()
    {
        var memory = Sample.Memory();
        var changes = Sample.Changes(inserts: [memory], fingerprint: "f");
        await Store.CommitAsync(changes, Token);
        await Store.CommitAsync(Sample.Changes(deletions: [memory.Id]), Token);
        var again = await Store.CommitAsync(changes, Token);
        (again.Sequence, again.AlreadyApplied).ShouldBe((1, true));
        again.Existing.ShouldBeEmpty();
        (await Store.GetAsync("ws", memory.Id, Token)).ShouldBeNull();
        (await Store.GetWorkspaceAsync("ws", Token))!.Sequence.ShouldBe(2);
    }

    [Theory]
    [InlineData("f", "g", true)]
    [InlineData("f", "f", false)]
    [InlineData(null, "f", false)]
    [InlineData("f", null, false)]
    public async Task Another_fingerprint_under_the_same_id_is_a_conflict(string? first, string? second, bool conflict)
    {
        await Store.CommitAsync(Sample.Changes(id: "set", inserts: [Sample.Memory("a")], fingerprint: first), Token);
        var again = Store.CommitAsync(Sample.Changes(id: "set", inserts: [Sample.Memory("b")], fingerprint: second), Token);
        if (conflict)
        {
            await Should.ThrowAsync<ChangeSetConflictException>(again);
        }
        else
        {
            (await again).AlreadyApplied.ShouldBeTrue();
        }

        (await IdsAsync(new Scope("ws"))).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Change_set_ids_belong_to_their_workspace()
    {
        await Store.CommitAsync(Sample.Changes("one", id: "set", fingerprint: "f"), Token);
        (await Store.CommitAsync(Sample.Changes("two", id: "set", fingerprint: "g"), Token)).AlreadyApplied.ShouldBeFalse();
    }

    [Fact]
    public async Task Inserts_leave_existing_memories_and_name_them()
    {
        await InsertAsync(Sample.Memory("a", content: "first"));
        var result = await InsertAsync(Sample.Memory("b"), Sample.Memory("a", content: "second"), Sample.Memory("b", content: "twice"));
        result.Existing.ShouldBe(["a", "b"]);
        (await Store.GetAsync("ws", "a", Token))!.Content.ShouldBe("first");
        (await Store.GetAsync("ws", "b", Token))!.Content.ShouldBe("I like tea");
        (await Store.GetHistoryAsync("ws", "b", Token)).Count.ShouldBe(1);
        (await Store.GetWorkspaceAsync("ws", Token))!.Memories.ShouldBe(2);
    }

    [Fact]
    public async Task Failure_leaves_no_trace()
    {
        await InsertAsync(Sample.Memory("a"));
        var changes = new ChangeSet
        {
            Id = "set",
            Workspace = "ws",
            At = Sample.At,
            Resources = [Sample.Resource("r")],
            Messages = [Sample.Message("r", 0)],
            Inserts = [Sample.Memory("b")],
            Deletions = ["a"],
            Categories = [Sample.Category("c")],
            Jobs = [Sample.Job("j")],
            Updates = [new MemoryUpdate(Sample.Memory("missing"))],
        };
        await Should.ThrowAsync<MemoryNotFoundException>(Store.CommitAsync(changes, Token));
        (await IdsAsync(new Scope("ws"))).ShouldBe(["a"]);
        (await Store.GetResourceAsync("ws", "r", Token)).ShouldBeNull();
        (await Store.GetCategoryAsync("ws", "c", Token)).ShouldBeNull();
        (await Store.GetJobAsync("ws", "j", Token)).ShouldBeNull();
        (await Store.GetHistoryAsync("ws", "b", Token)).ShouldBeEmpty();
        (await Store.CommitAsync(Sample.Changes(id: "set"), Token)).AlreadyApplied.ShouldBeFalse();
    }

    [Fact]
    public async Task Failed_first_commit_creates_no_workspace()
    {
        await Should.ThrowAsync<MemoryNotFoundException>(Store.CommitAsync(Sample.Changes(updates: [new(Sample.Memory("missing"))]), Token));
        (await Store.GetWorkspaceAsync("ws", Token)).ShouldBeNull();
        (await Store.ListWorkspacesAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Update_replaces_the_whole_memory()
    {
        var before = Sample.Full();
        var after = new Memory(Sample.Memory(before.Id, before.Scope)) { Content = "I like coffee", UpdatedAt = Sample.At.AddDays(1) };
        await InsertAsync(before);
        await Store.CommitAsync(Sample.Changes(updates: [new(after, before.UpdatedAt.ToOffset(TimeSpan.Zero))]), Token);
        (await Store.GetAsync("ws", before.Id, Token)).ShouldBeSame(after);
    }

    [Fact]
    public async Task Update_of_what_changed_meanwhile_is_a_conflict()
    {
        var memory = Sample.Memory();
        await InsertAsync(memory);
        await Should.ThrowAsync<MemoryConflictException>(
            Store.CommitAsync(Sample.Changes(updates: [new(memory, memory.UpdatedAt.AddTicks(1))]), Token));
    }

    [Fact]
    public async Task Update_keeps_the_scope()
    {
        await InsertAsync(Sample.Memory("a", new Scope("ws", "ann")));
        await Should.ThrowAsync<ArgumentException>(Store.CommitAsync(Sample.Changes(updates: [new(Sample.Memory("a", new Scope("ws", "bob")))]), Token));
    }

    [Fact]
    public async Task Supersession_closes_the_old_memory()
    {
        var old = Sample.Memory("old");
        await InsertAsync(old, new Memory(Sample.Memory("ended")) { ValidTo = Sample.At.AddDays(-9) });
        var ceased = Sample.At.AddDays(3);
        await Store.CommitAsync(
            Sample.Changes(inserts: [Sample.Memory("new")], supersessions: [new("old", "new", ceased), new("ended", "new", ceased)]), Token);
        (await Store.GetAsync("ws", "old", Token)).ShouldBeSame(
            new Memory(old) { Status = MemoryStatus.Superseded, SupersededBy = "new", ValidTo = ceased, UpdatedAt = Sample.At.AddHours(1) });
        (await Store.GetAsync("ws", "ended", Token))!.ValidTo.ShouldBe(Sample.At.AddDays(-9));
    }

    [Fact]
    public async Task Supersession_needs_both_memories()
    {
        await InsertAsync(Sample.Memory("a"));
        await Should.ThrowAsync<MemoryNotFoundException>(Store.CommitAsync(Sample.Changes(supersessions: [new("a", "missing", Sample.At)]), Token));
        await Should.ThrowAsync<MemoryNotFoundException>(Store.CommitAsync(Sample.Changes(supersessions: [new("missing", "a", Sample.At)]), Token));
        await Should.ThrowAsync<ArgumentException>(Store.CommitAsync(Sample.Changes(supersessions: [new("a", "a", Sample.At)]), Token));
        (await Store.GetAsync("ws", "a", Token))!.Status.ShouldBe(MemoryStatus.Active);
    }

    [Fact]
    public async Task Deletion_takes_out_and_passes_over_what_is_unknown()
    {
        await InsertAsync(Sample.Memory("a"), Sample.Memory("b"));
        await Store.CommitAsync(Sample.Changes(deletions: ["a", "unknown", "a"]), Token);
        (await IdsAsync(new Scope("ws"))).ShouldBe(["b"]);
        (await Store.GetWorkspaceAsync("ws", Token))!.Memories.ShouldBe(1);
        (await Store.GetHistoryAsync("ws", "unknown", Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Scope_of_another_workspace_is_refused()
    {
        await Should.ThrowAsync<ArgumentException>(Store.CommitAsync(Sample.Changes("ws", inserts: [Sample.Memory(scope: new Scope("other"))]), Token));
        await Should.ThrowAsync<ArgumentException>(Store.CommitAsync(Sample.Changes("ws", jobs: [Sample.Job(scope: new Scope("other"))]), Token));
        (await Store.ListWorkspacesAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_planned_from_memories_that_stand_as_they_were_read_is_committed()
    {
        await InsertAsync(Sample.Memory("a", Ann), Sample.Memory("b", Ann));
        var read = await ReadAsync();
        await InsertAsync(
            Sample.Memory("other", new Scope("ws", "bob")),
            Sample.Memory("session", Ann with { Session = "s" }),
            new Memory(Sample.Memory("message", Ann)) { Kind = MemoryKinds.Message });
        await Store.CommitAsync(Sample.Changes(deletions: ["other", "session", "message"]), Token);
        await CommitAsync(read, "c");

        // Its own commit is one after the reading.
        await Should.ThrowAsync<StaleReadException>(CommitAsync(read, "d"));
        await CommitAsync(await ReadAsync(), "d");
        (await IdsAsync(Ann)).ShouldBe(["a", "b", "c", "d"]);
    }

    [Theory]
    [InlineData("insert")]
    [InlineData("update")]
    [InlineData("supersede")]
    [InlineData("delete")]
    [InlineData("restore")]
    [InlineData("erase memory")]
    [InlineData("erase person")]
    [InlineData("drop")]
    public async Task Nothing_is_committed_of_what_was_planned_from_memories_that_changed_since(string change)
    {
        await InsertAsync(Sample.Memory("a", Ann), Sample.Memory("b", Ann), Sample.Memory("gone", Ann));
        await Store.CommitAsync(Sample.Changes(deletions: ["gone"]), Token);
        var read = await ReadAsync();
        await (change switch
        {
            "insert" => InsertAsync(Sample.Memory("new", Ann)),
            "update" => Store.CommitAsync(Sample.Changes(updates: [new(Sample.Memory("a", Ann, "changed"))]), Token),
            "supersede" => Store.CommitAsync(Sample.Changes(supersessions: [new("a", "b", Sample.At)]), Token),
            "delete" => Store.CommitAsync(Sample.Changes(deletions: ["a"]), Token),
            "restore" => InsertAsync(Sample.Memory("gone", Ann)),
            "erase memory" => Store.EraseAsync("ws", ["a"], Token),
            "erase person" => (Task)Store.EraseAsync(Ann, Token),
            _ => DropAsync(),
        });
        var before = await Store.GetFreshnessAsync("ws", Token);
        await Should.ThrowAsync<StaleReadException>(CommitAsync(read, "planned"));
        (await Store.GetFreshnessAsync("ws", Token)).ShouldBe(before);
        (await Store.GetAsync("ws", "planned", Token)).ShouldBeNull();
        await CommitAsync(await ReadAsync(), "planned");

        async Task DropAsync()
        {
            await Store.DropWorkspaceAsync("ws", Token);
            await InsertAsync(Sample.Memory("elsewhere", new Scope("ws", "bob")));
        }
    }

    [Fact]
    public async Task What_was_planned_from_nothing_is_committed_while_there_is_nothing()
    {
        var read = await ReadAsync();
        read.At.ShouldBeNull();
        await InsertAsync(Sample.Memory("bob", new Scope("ws", "bob")));
        await CommitAsync(read, "a");
        await Should.ThrowAsync<StaleReadException>(CommitAsync(read, "b"));
    }

    [Fact]
    public async Task A_reading_that_sees_more_than_its_scope_is_overtaken_by_more()
    {
        await InsertAsync(Sample.Memory("a", Ann));
        var read = (await ReadAsync()) with { Exactly = false, Kinds = [] };
        await InsertAsync(new Memory(Sample.Memory("message", Ann with { Session = "s" })) { Kind = MemoryKinds.Message });
        await Should.ThrowAsync<StaleReadException>(CommitAsync(read, "b"));
    }

    [Fact]
    public async Task A_change_set_that_was_applied_is_not_asked_again_what_it_was_planned_from()
    {
        var changes = new ChangeSet(Sample.Changes(id: "set", inserts: [Sample.Memory("a", Ann)])) { Reads = [await ReadAsync()] };
        await Store.CommitAsync(changes, Token);
        (await Store.CommitAsync(changes, Token)).AlreadyApplied.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_many_that_planned_from_the_same_memories_one_is_committed()
    {
        await InsertAsync(Sample.Memory("a", Ann));
        var read = await ReadAsync();
        var won = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(
            async () =>
            {
                try
                {
                    await CommitAsync(read, $"{i}");
                    return 1;
                }
                catch (StaleReadException)
                {
                    return 0;
                }
            },
            Token)));
        won.Sum().ShouldBe(1);
    }

    [Fact]
    public async Task Store_must_be_open()
    {
        await using var closed = Fixture.Create();
        await Should.ThrowAsync<InvalidOperationException>(closed.GetAsync("ws", "a", Token));
        await Should.ThrowAsync<InvalidOperationException>(closed.CommitAsync(Sample.Changes(), Token));
        await Store.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(Store.GetAsync("ws", "a", Token));
        await Should.ThrowAsync<ObjectDisposedException>(Store.CommitAsync(Sample.Changes(), Token));
    }

    private static readonly Scope Ann = new("ws", "ann");

    private async Task<ReadMark> ReadAsync() => new(Ann, await Store.GetFreshnessAsync("ws", Token)) { Kinds = [MemoryKinds.Observation], Exactly = true };

    private Task CommitAsync(ReadMark read, string id) =>
        Store.CommitAsync(new ChangeSet(Sample.Changes(inserts: [Sample.Memory(id, Ann)])) { Reads = [read] }, Token);
}
