using System.Text.Json;
using Remanence.ConformanceTests.Services.Input;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;
using Remanence.Transfer;

namespace Remanence.ConformanceTests.Services;

/// <summary>What all suites share: the service, a workspace of the test's own, and short ways to say common things.</summary>
/// <typeparam name="TFixture">The implementation.</typeparam>
public abstract class MemoryServiceSuite<TFixture>(TFixture fixture) : IClassFixture<TFixture>
    where TFixture : MemoryServiceFixture
{
    private static int _workspaces;

    protected MemoryService Service { get; } = fixture.Service;

    protected IMemoryHistory History => Service.Require<IMemoryHistory>();

    protected IMemoryEditing Editing => Service.Require<IMemoryEditing>();

    protected IMemoryErasure Erasing => Service.Require<IMemoryErasure>();

    protected IMemoryResources Resources => Service.Require<IMemoryResources>();

    protected IMemoryCategories Categories => Service.Require<IMemoryCategories>();

    protected IMemoryJobs Jobs => Service.Require<IMemoryJobs>();

    protected IMemoryLearning Learning => Service.Require<IMemoryLearning>();

    protected IMemoryTransfer Transfer => Service.Require<IMemoryTransfer>();

    protected IMemoryWatching Watching => Service.Require<IMemoryWatching>();

    protected IMemoryWorkspaces Workspaces => Service.Require<IMemoryWorkspaces>();

    protected string Workspace { get; } = NewWorkspace();

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected Scope All => new(Workspace);

    protected static DateTimeOffset At(int day, int hour = 12) => new(2026, 5, day, hour, 0, 0, TimeSpan.Zero);

    protected static string NewWorkspace() => $"w-{Interlocked.Increment(ref _workspaces)}";

    protected Scope Of(string? user = null, string? agent = null, string? session = null) => new(Workspace, user, agent, session);

    protected static Message Said(string content, string role = "user", string? id = null, DateTimeOffset? time = null, string? name = null) =>
        new() { Role = role, Content = content, Id = id, Time = time, Name = name };

    protected Task<MemorizeResult> Memorize(MemorizeRequest request) => Service.MemorizeAsync(Workspace, request, Cancelled);

    protected Task<MemorizeResult> Memorize(string content, string? user = null, string? agent = null, string? session = null) =>
        Memorize(new MemorizeRequest { Messages = [Said(content)], UserId = user, AgentId = agent, SessionId = session });

    protected async Task<string> Remember(string content, string? user = null, string? agent = null, string? session = null) =>
        (await Memorize(content, user, agent, session)).Memories.ShouldHaveSingleItem().Id;

    protected async Task<IReadOnlyList<string>> Find(string query, string? user = null, string? agent = null, string? session = null)
    {
        var found = await Service.RetrieveAsync(
            Workspace,
            new RetrieveRequest
            {
                Query = query,
                UserId = user,
                AgentId = agent,
                SessionId = session,
                TopK = 100,
            },
            Cancelled);
        return [.. found.Results.Select(result => result.Memory.Content)];
    }

    protected async Task<IReadOnlyList<Memory>> List(Scope? scope = null, MemoryFilter? filter = null, int limit = 1000)
    {
        var all = new List<Memory>();
        string? cursor = null;
        do
        {
            var page = await Service.ListAsync(new MemoryQuery { Scope = scope ?? All, Filter = filter, Cursor = cursor, Limit = limit }, Cancelled);
            page.Items.Count.ShouldBeLessThanOrEqualTo(limit);
            all.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        return all;
    }

    protected async Task<List<ExportRecord>> Export(string workspace)
    {
        var records = new List<ExportRecord>();
        await foreach (var record in Transfer.ExportAsync(workspace, Cancelled))
        {
            records.Add(record);
        }

        return records;
    }

    protected Task<ImportResult> Import(string workspace, IEnumerable<ExportRecord> records) => Transfer.ImportAsync(workspace, Stream(records), Cancelled);

    protected static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    protected static async Task<InvalidRequestException> ShouldRefuse(Func<Task> call, string field)
    {
        var refused = await Should.ThrowAsync<InvalidRequestException>(call);
        refused.Field.ShouldBe(field);
        refused.Message.ShouldNotBeNullOrWhiteSpace();
        refused.Message.Length.ShouldBeLessThan(1000);
        refused.Message.ShouldNotContain('\0');
        return refused;
    }

    protected static Task ShouldNotFind(Func<Task> call) => Should.ThrowAsync<MemoryNotFoundException>(call);

    /// <summary>Calls each operation with every name that no workspace can have.</summary>
    protected static async Task ShouldRefuseWorkspaces(params Func<Scope, Task>[] calls)
    {
        foreach (var name in BadInputCases.Workspaces.Values)
        {
            foreach (var call in calls)
            {
                await ShouldRefuse(() => call(new Scope(name)), "workspace");
            }
        }
    }

    /// <summary>Calls each operation with ids that nothing has, and with some that nothing can have.</summary>
    protected static async Task ShouldNotFindIds(params Func<string, Task>[] calls)
    {
        foreach (var call in calls)
        {
            foreach (var id in (string[])["nothing", "../memories", "a/b", "%", "\"", "😀", ".", ".."])
            {
                await ShouldNotFind(() => call(id));
            }

            foreach (var id in BadInputCases.Ids.Values)
            {
                var refused = await Should.ThrowAsync<RemanenceException>(() => call(id));
                (refused is InvalidRequestException or MemoryNotFoundException).ShouldBeTrue(refused.ToString());
            }
        }
    }

    /// <summary>Calls an operation with cursors that nobody gave out.</summary>
    protected async Task ShouldRefuseCursors(Func<string, Task> call)
    {
        await Remember("heron");
        foreach (var cursor in (string[])["x", string.Empty, "AAAA", "99999999999999999999", "' OR 1=1", "😀", "a\0b"])
        {
            await Should.ThrowAsync<InvalidCursorException>(() => call(cursor));
        }
    }

    private static async IAsyncEnumerable<ExportRecord> Stream(IEnumerable<ExportRecord> records)
    {
        await Task.CompletedTask;
        foreach (var record in records)
        {
            yield return record;
        }
    }
}
