using Remanence.Memories;
using Remanence.Stores;
using Remanence.Stores.History;

namespace Remanence.ConformanceTests.Stores;

public abstract class HistorySuite<TFixture> : StoreSuite<TFixture>
    where TFixture : StoreFixture, new()
{
    [Fact]
    public async Task A_memorys_whole_life_is_told()
    {
        var scope = new Scope("ws", "ann", "agent", "session");
        var first = Sample.Full("a", scope);
        var second = new Memory(first) { Content = "second", UpdatedAt = Sample.At.AddDays(1) };
        await InsertAsync(first);
        await Store.CommitAsync(Sample.Changes(updates: [new(second)]), Token);
        await Store.CommitAsync(Sample.Changes(inserts: [Sample.Memory("b", scope)], supersessions: [new("a", "b", Sample.At.AddDays(5))]), Token);
        var third = await Store.GetAsync("ws", "a", Token);
        await Store.CommitAsync(Sample.Changes(updates: [new(first, Operation: HistoryOperation.Restored)]), Token);
        await Store.CommitAsync(Sample.Changes(deletions: ["a"]), Token);
        await Store.CommitAsync(Sample.Changes(inserts: [second]), Token);

        var history = await Store.GetHistoryAsync("ws", "a", Token);
        history.Select(entry => (entry.Sequence, entry.Operation)).ShouldBe(
        [
            (1, HistoryOperation.Created), (2, HistoryOperation.Updated), (3, HistoryOperation.Superseded),
            (4, HistoryOperation.Restored), (5, HistoryOperation.Deleted), (6, HistoryOperation.Restored),
        ]);
        history.Select(entry => Sample.Write(entry.Before)).ShouldBe([.. new[] { null, first, second, third, first, null }.Select(Sample.Write)]);
        history.Select(entry => Sample.Write(entry.After)).ShouldBe([.. new[] { first, second, third, first, null, second }.Select(Sample.Write)]);
        history.ShouldAllBe(entry => entry.MemoryId == "a" && entry.Actor == "test" && entry.Reason == "because" && entry.At == Sample.At.AddHours(1));
        (await HistoryAsync("ws")).Where(entry => entry.MemoryId == "a").Select(Sample.Write).ShouldBe(history.Select(Sample.Write));
    }

    [Fact]
    public async Task History_outlives_the_memory()
    {
        await InsertAsync(Sample.Memory("a", content: "gone"));
        await Store.CommitAsync(Sample.Changes(deletions: ["a"]), Token);
        var history = await Store.GetHistoryAsync("ws", "a", Token);
        history.Count.ShouldBe(2);
        history[0].After!.Content.ShouldBe("gone");
        history[1].After.ShouldBeNull();
    }

    [Fact]
    public async Task Several_changes_in_one_commit_are_told_in_order()
    {
        var memory = Sample.Memory("a", content: "1");
        await Store.CommitAsync(
            Sample.Changes(
                inserts: [memory, Sample.Memory("b")],
                updates: [new(new Memory(memory) { Content = "2" }), new(new Memory(memory) { Content = "3" })],
                supersessions: [new("a", "b", Sample.At)],
                deletions: ["a"]),
            Token);
        var history = await Store.GetHistoryAsync("ws", "a", Token);
        history.Select(entry => entry.Before?.Content).ShouldBe([null, "1", "2", "3", "3"]);
        history.Select(entry => entry.After?.Content).ShouldBe(["1", "2", "3", "3", null]);
        history.ShouldAllBe(entry => entry.Sequence == 1);
        (await Store.GetWorkspaceAsync("ws", Token))!.Memories.ShouldBe(1);
    }

    [Fact]
    public async Task Workspaces_history_is_in_the_order_of_events()
    {
        await InsertAsync(Sample.Memory("b"), Sample.Memory("a"));
        await InsertAsync(Sample.Memory("x", new Scope("other")));
        await Store.CommitAsync(Sample.Changes(updates: [new(Sample.Memory("b"))], deletions: ["a"]), Token);
        (await HistoryAsync("ws")).Select(entry => (entry.Sequence, entry.MemoryId)).ShouldBe([(1, "b"), (1, "a"), (2, "b"), (2, "a")]);
        (await HistoryAsync("unknown")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Imported_history_reads_as_it_was()
    {
        var before = Sample.Full("a");
        var after = new Memory(before) { Content = "later" };
        HistoryEntry[] imported =
        [
            Entry(HistoryOperation.Created, null, before), Entry(HistoryOperation.Updated, before, after), Entry(HistoryOperation.Deleted, after, null),
            Entry(HistoryOperation.Created, null, after),
        ];
        await Store.CommitAsync(
            new ChangeSet { Id = "import", Workspace = "ws", At = Sample.At, Inserts = [after, Sample.Memory("b")], History = imported }, Token);
        (await Store.GetHistoryAsync("ws", "a", Token)).Select(Sample.Write).ShouldBe(imported.Select(entry => Sample.Write(entry with { Sequence = 1 })));
        (await Store.GetHistoryAsync("ws", "b", Token)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Imported_history_does_not_rewrite_what_stands()
    {
        var memory = Sample.Memory("a", content: "here");
        await InsertAsync(memory);
        var foreign = Entry(HistoryOperation.Updated, Sample.Memory("a", content: "there"), Sample.Memory("a", content: "elsewhere"));
        await Store.CommitAsync(new ChangeSet { Id = "import", Workspace = "ws", At = Sample.At, History = [foreign] }, Token);
        await Store.CommitAsync(Sample.Changes(updates: [new(new Memory(memory) { Content = "now" })]), Token);
        var history = await Store.GetHistoryAsync("ws", "a", Token);
        history.Select(entry => entry.After!.Content).ShouldBe(["here", "elsewhere", "now"]);
        history.Select(entry => entry.Before?.Content).ShouldBe([null, "there", "here"]);
        (await HistoryAsync("ws")).Select(Sample.Write).ShouldBe(history.Select(Sample.Write));
    }

    private static HistoryEntry Entry(HistoryOperation operation, Memory? before, Memory? after) => new()
    {
        MemoryId = "a",
        Sequence = 77,
        At = Sample.At.AddDays(-4),
        Operation = operation,
        Actor = "somebody",
        Reason = "long ago",
        Before = before,
        After = after,
    };
}
