using System.Text.Json;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Tests.Embeddings;
using Remanence.Transfer;
using Remanence.Wire;
using static Remanence.Tests.Engine.EngineFixture;

namespace Remanence.Tests.Engine;

public sealed class TransferTests
{
    // More than an import stores in one step.
    private const int Many = 1_300;

    [Fact]
    public async Task An_export_imported_and_exported_again_is_the_same_but_for_commit_numbers()
    {
        await using var fixture = await CreateAsync();
        var scope = new Scope(Workspace);
        await fixture.SayAsync([.. Enumerable.Range(0, Many).Select(i => Said($"line {i}", id: $"m{i}"))]);
        var items = (await fixture.Engine.ListAsync(new MemoryQuery { Scope = scope, Limit = 1_000 })).Items;
        await fixture.Engine.UpdateAsync(scope, items[700].Id, new MemoryPatch { Content = "changed", Reason = "a test" });
        await fixture.Engine.ForgetAsync(scope, items[3].Id);
        await fixture.Engine.AddResourceAsync(Workspace, new ResourceRequest { Text = "A document.", Name = "d.txt" });

        var exported = await ExportAsync(fixture.Engine, Workspace);
        var result = await fixture.Engine.ImportAsync("copy", ToAsync(exported));
        result.Memories.ShouldBe(Many);
        Comparable(await ExportAsync(fixture.Engine, "copy")).ShouldBe(Comparable(exported));

        // Cut off and repeated, it brings nothing twice.
        var again = await fixture.Engine.ImportAsync("copy", ToAsync(exported));
        (again.Memories, again.Skipped, again.History).ShouldBe((0, Many, 0));
        Comparable(await ExportAsync(fixture.Engine, "copy")).ShouldBe(Comparable(exported));
    }

    public static TheoryData<string> Failures() => ["full", "damaged", "away", "cancelled"];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task An_import_that_stops_between_two_steps_says_what_is_in_and_sent_again_brings_the_rest(string failure)
    {
        await using var fixture = await CreateAsync();
        await fixture.SayAsync([.. Enumerable.Range(0, Many).Select(i => Said($"line {i}", id: $"m{i}"))]);
        var exported = await ExportAsync(fixture.Engine, Workspace);
        var store = new TroubledStore(new InMemoryStore());
        await using var engine = new MemoryEngine(store);
        await engine.OpenAsync();
        using var stopping = new CancellationTokenSource();
        store.After = () =>
        {
            store.Before = () => throw (failure switch
            {
                "full" => new StoreFullException("No room."),
                "damaged" => new StoreDamagedException("It is damaged."),
                "away" => new StoreUnavailableException("It is away."),
                _ => new OperationCanceledException(stopping.Token),
            });
            return Task.CompletedTask;
        };

        var stopped = (await Record.ExceptionAsync(() => engine.ImportAsync("copy", ToAsync(exported), stopping.Token))).ShouldNotBeNull();

        stopped.GetType().ShouldBe(failure switch
        {
            "full" => typeof(StoreFullException),
            "damaged" => typeof(StoreDamagedException),
            "cancelled" => typeof(OperationCanceledException),
            _ => typeof(StoreUnavailableException),
        });
        stopped.Message.ShouldContain("Of the import");
        var kept = (await engine.ListWorkspacesAsync()).Sum(workspace => workspace.Memories);
        stopped.Message.ShouldContain($" {kept} memories");
        var again = await engine.ImportAsync("copy", ToAsync(exported));
        (again.Memories, again.Skipped).ShouldBe((Many - kept, kept));
        Comparable(await ExportAsync(engine, "copy")).ShouldBe(Comparable(exported));
    }

    [Fact]
    public async Task What_is_no_export_is_refused_with_its_line()
    {
        await using var fixture = await CreateAsync();
        var missing = await Should.ThrowAsync<InvalidRequestException>(() => fixture.Engine.ImportAsync("w", ToAsync([])));
        missing.Field.ShouldBe("line 1");
        var empty = await Should.ThrowAsync<InvalidRequestException>(() => fixture.Engine.ImportAsync("w", ToAsync([new ExportRecord()])));
        empty.Message.ShouldContain("line 1");
        (await fixture.Engine.ListWorkspacesAsync()).ShouldBeEmpty();
    }

    private static async Task<List<ExportRecord>> ExportAsync(IMemoryTransfer service, string workspace)
    {
        var records = new List<ExportRecord>();
        await foreach (var record in service.ExportAsync(workspace))
        {
            records.Add(record);
        }

        return records;
    }

    private static List<string> Comparable(List<ExportRecord> records) =>
        [
            .. records
                .Where(record => record.Header is null)
                .Select(record => record.History is { } history ? record with { History = history with { Sequence = 0 } } : record)
                .Select(record =>
                    JsonSerializer
                        .Serialize(record, RemanenceJson.Default.ExportRecord)
                        .Replace("\"workspace\":\"copy\"", $"\"workspace\":\"{Workspace}\"", StringComparison.Ordinal)),
        ];

    private static async IAsyncEnumerable<ExportRecord> ToAsync(IEnumerable<ExportRecord> records)
    {
        foreach (var record in records)
        {
            yield return record;
        }

        await Task.CompletedTask;
    }
}
