using Remanence.Memories;
using Remanence.Messages;
using Remanence.Stores;
using Remanence.Stores.Filters;
using Remanence.Stores.History;

namespace Remanence.ConformanceTests.Stores;

public abstract class ReadingSuite<TFixture> : StoreSuite<TFixture>
    where TFixture : StoreFixture, new()
{
    [Fact]
    public async Task Every_member_comes_back_as_it_was()
    {
        var full = Sample.Full();
        var plain = Sample.Memory();
        await InsertAsync(full, plain);
        (await Store.GetAsync("ws", full.Id, Token)).ShouldBeSame(full);
        (await Store.GetAsync("ws", plain.Id, Token)).ShouldBeSame(plain);
        (await ListAsync(new MemoryQuery { Scope = new Scope("ws") })).Select(Sample.Write).ShouldBe([Sample.Write(full), Sample.Write(plain)]);
    }

    [Fact]
    public async Task Each_part_of_a_state_comes_back_alone()
    {
        var all = Sample.State;
        MemoryState[] parts =
        [
            new() { Fact = all.Fact },
            new() { Reflected = true },
            new() { Insight = all.Insight },
            new() { Forgotten = all.Forgotten },
            new() { Withholds = [] },
            new() { Experience = all.Experience },
            new() { Tool = all.Tool },
            new() { Recurrence = string.Empty },
            new() { Foreign = all.Foreign },
        ];
        Memory[] memories =
        [
            .. parts.Select(state => new Memory(Sample.Memory()) { State = state }),
            new Memory(Sample.Memory()) { State = new MemoryState() },
        ];
        await InsertAsync(memories);
        var stored = await Store.GetAsync("ws", [.. memories.Select(memory => memory.Id)], Token);
        stored.Select(memory => memory.State).ShouldBe([.. parts, null]);
        await Store.CommitAsync(Sample.Changes(updates: [new(new Memory(memories[0]) { State = all }), new(new Memory(memories[1]) { State = null })]), Token);
        (await Store.GetAsync("ws", memories[0].Id, Token))!.State.ShouldBe(all);
        (await Store.GetHistoryAsync("ws", memories[0].Id, Token))[1].Before!.State.ShouldBe(parts[0]);
        (await Store.GetAsync("ws", memories[1].Id, Token))!.State.ShouldBeNull();
    }

    [Fact]
    public async Task States_of_any_shape_come_back_as_they_were()
    {
        Memory[] memories = [.. Enumerable.Range(0, 200).Select(seed => new Memory(Sample.Memory()) { State = new RandomStates(seed).Next() })];
        await InsertAsync(memories);
        var stored = await Store.GetAsync("ws", [.. memories.Select(memory => memory.Id)], Token);
        stored.Select(memory => memory.State).ShouldBe(memories.Select(memory => memory.State));
    }

    [Fact]
    public async Task Times_of_the_calendars_ends_come_back()
    {
        var memory = new Memory(Sample.Memory())
        {
            ObservedAt = DateTimeOffset.MinValue,
            RecordedAt = DateTimeOffset.MaxValue,
            ValidTo = new DateTimeOffset(DateTime.MaxValue, TimeSpan.FromHours(14)),
            EventTime = new EventTime(new TimeInterval(DateTimeOffset.MinValue, DateTimeOffset.MaxValue), TimePrecision.Open),
        };
        await InsertAsync(memory);
        (await Store.GetAsync("ws", memory.Id, Token)).ShouldBeSame(memory);
    }

    [Fact]
    public async Task Get_keeps_the_order_of_the_ids()
    {
        await InsertAsync(Sample.Memory("a"), Sample.Memory("b"), Sample.Memory("c"));
        (await Store.GetAsync("ws", ["c", "missing", "a"], Token)).Select(memory => memory.Id).ShouldBe(["c", "a"]);
        (await Store.GetAsync("ws", [], Token)).ShouldBeEmpty();
        (await Store.GetAsync("unknown", ["a"], Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_links_is_found_by_what_it_links_to()
    {
        var insight = new Memory(Sample.Memory("insight")) { Links = [new MemoryLink("a", "drawn_from"), new MemoryLink("b", "drawn_from")] };
        await InsertAsync(
            Sample.Memory("a"),
            Sample.Memory("b"),
            Sample.Memory("c"),
            insight,
            new Memory(Sample.Memory("other")) { Links = [new MemoryLink("b", "about")] });
        (await LinkingAsync("ws", "a")).ShouldBe(["insight"]);
        (await LinkingAsync("ws", "b")).ShouldBe(["insight", "other"]);
        (await LinkingAsync("ws", "c", "insight")).ShouldBeEmpty();
        (await LinkingAsync("elsewhere", "a")).ShouldBeEmpty();

        await Store.CommitAsync(Sample.Changes(updates: [new(new Memory(insight) { Links = [new MemoryLink("c", "drawn_from")] })]), Token);
        (await LinkingAsync("ws", "a", "c")).ShouldBe(["insight"]);
        await Store.CommitAsync(Sample.Changes(deletions: ["insight"]), Token);
        (await LinkingAsync("ws", "a")).ShouldBe(["insight"]);
        await Store.EraseAsync("ws", ["insight"], Token);
        (await LinkingAsync("ws", "a", "b", "c")).ShouldBe(["other"]);
        await Store.DropWorkspaceAsync("ws", Token);
        (await LinkingAsync("ws", "b")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_links_is_found_in_an_imported_past_and_goes_with_its_owner()
    {
        var ann = new Scope("ws", "ann");
        var now = Sample.Memory("insight", ann);
        var before = new Memory(now) { Links = [new MemoryLink("a", "drawn_from")] };
        var entry = new HistoryEntry
        {
            MemoryId = now.Id,
            Sequence = 1,
            At = Sample.At,
            Operation = HistoryOperation.Updated,
            Actor = "elsewhere",
            Before = before,
            After = now,
        };
        await Store.CommitAsync(new ChangeSet(Sample.Changes(inserts: [now])) { History = [entry] }, Token);
        (await LinkingAsync("ws", "a")).ShouldBe(["insight"]);
        await Store.EraseAsync(ann, Token);
        (await LinkingAsync("ws", "a")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Messages_are_found_by_their_ids()
    {
        var (talk, other) = (Sample.Resource(), Sample.Resource());
        StoredMessage[] said = [.. Enumerable.Range(0, 1_200).Select(i => Sample.Message(talk.Id, i))];
        var elsewhere = new StoredMessage { ResourceId = other.Id, Position = 0, Message = said[5].Message };
        await Store.CommitAsync(Sample.Brings("ws", [talk, other], [.. said, elsewhere]), Token);
        (await Store.GetMessagesAsync("ws", talk.Id, [said[1_100].Message.Id!, "missing", said[5].Message.Id!, said[5].Message.Id!], Token)).ShouldBe([
            said[5],
            said[1_100],
        ]);
        (await Store.GetMessagesAsync("ws", other.Id, [said[5].Message.Id!], Token)).ShouldBe([elsewhere]);
        (await Store.GetMessagesAsync("ws", "unknown", [said[5].Message.Id!], Token)).ShouldBeEmpty();
        (await Store.GetMessagesAsync("elsewhere", talk.Id, [said[5].Message.Id!], Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_takes_thousands_of_ids()
    {
        var memories = Enumerable.Range(0, 5000).Select(_ => Sample.Memory()).ToArray();
        await InsertAsync(memories);
        string[] ids = [.. memories.Reverse().Select(memory => memory.Id)];
        (await Store.GetAsync("ws", ids, Token)).Select(memory => memory.Id).ShouldBe(ids);
        (await Store.QueryIdsAsync(new MemoryQuery { Scope = new Scope("ws"), Filter = new MemoryFilter.Id(ids), Limit = 3 }, Token)).ShouldBe(ids.Reverse());
    }

    [Fact]
    public async Task Deep_metadata_comes_back()
    {
        var json = string.Concat(Enumerable.Repeat("""{"a":[""", 30)) + "1" + string.Concat(Enumerable.Repeat("]}", 30));
        var memory = new Memory(Sample.Memory()) { Metadata = Sample.Json(json) };
        await InsertAsync(memory);
        await Store.CommitAsync(Sample.Changes(updates: [new(memory)]), Token);
        (await Store.GetAsync("ws", memory.Id, Token)).ShouldBeSame(memory);
        (await Store.GetHistoryAsync("ws", memory.Id, Token))[1].Before!.Metadata!.Value.GetRawText().ShouldBe(json);
    }

    [Fact]
    public async Task Metadata_may_come_from_a_document_that_is_disposed()
    {
        var memory = Sample.Memory();
        using (var document = System.Text.Json.JsonDocument.Parse("""{"a":1}"""))
        {
            await InsertAsync(new Memory(memory) { Metadata = document.RootElement });
        }

        (await Store.GetAsync("ws", memory.Id, Token))!.Metadata!.Value.GetRawText().ShouldBe("""{"a":1}""");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    public async Task Limit_out_of_range_is_refused(int limit)
    {
        await Should.ThrowAsync<ArgumentException>(Store.QueryAsync(new MemoryQuery { Scope = new Scope("ws"), Limit = limit }, Token));
        await Should.ThrowAsync<ArgumentException>(Store.QueryResourcesAsync(new PageQuery { Scope = new Scope("ws"), Limit = limit }, Token));
    }

    private async Task<IEnumerable<string>> LinkingAsync(string workspace, params string[] ids) =>
        (await Store.QueryLinkingAsync(workspace, ids, Token)).Order(StringComparer.Ordinal);
}
