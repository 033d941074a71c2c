using Remanence.Messages;
using Remanence.Search;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Tests.Engine;

/// <summary>An engine over memory, with a clock that stands still.</summary>
internal sealed class EngineFixture : IAsyncDisposable
{
    public const string Workspace = "test";

    private EngineFixture(MemoryEngine engine, MemoryStore store)
    {
        Engine = engine;
        Store = store;
    }

    public MemoryEngine Engine { get; }

    public MemoryStore Store { get; }

    public static async Task<EngineFixture> CreateAsync(SearchOptions? search = null, MemoryStore? store = null)
    {
        store ??= new InMemoryStore();
        var engine = new MemoryEngine(store, new MemoryEngineOptions { Search = search ?? new SearchOptions() });
        await engine.OpenAsync();
        return new EngineFixture(engine, store);
    }

    public Task<MemorizeResult> SayAsync(params Message[] messages) => SayInAsync("s", messages);

    public Task<MemorizeResult> SayInAsync(string? session, params Message[] messages) =>
        Engine.MemorizeAsync(Workspace, new MemorizeRequest { Messages = messages, SessionId = session, Infer = false });

    public async Task<IReadOnlyList<RetrievedMemory>> AskAsync(string query, Func<RetrieveRequest, RetrieveRequest>? change = null)
    {
        var request = new RetrieveRequest { Query = query };
        return (await Engine.RetrieveAsync(Workspace, change is null ? request : change(request))).Results;
    }

    public static Message Said(string content, string? name = null, string role = "user", DateTimeOffset? time = null, string? id = null) =>
        new() { Role = role, Name = name, Content = content, Time = time, Id = id };

    public ValueTask DisposeAsync() => Engine.DisposeAsync();
}
