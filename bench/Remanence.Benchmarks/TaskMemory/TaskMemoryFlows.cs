using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Sqlite;
using Remanence.Stores;

namespace Remanence.Benchmarks.TaskMemory;

/// <summary>The flows of task memory in this process, over a SQLite file and without a model.</summary>
internal sealed class TaskMemoryFlows : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="database">The file of the store.</param>
    /// <param name="library">The folder with libraries.</param>
    public TaskMemoryFlows(string database, string library) => _services = new ServiceCollection()
        .AddSingleton<MemoryStore>(new SqliteStore(new SqliteStoreOptions { Path = database }))
        .AddMemoryEngine()
        .AddRemanenceFlows()
        .AddReMe([library])
        .BuildServiceProvider();

    public Task OpenAsync() => _services.GetRequiredService<MemoryEngine>().OpenAsync();

    public Task<FlowResponse> RunAsync(string flow, string json) => RunAsync(flow, Inputs(json));

    public Task<FlowResponse> RunAsync(string flow, IReadOnlyDictionary<string, JsonElement> inputs) =>
        _services.GetRequiredService<FlowCatalogue>().RunAsync(flow, new FlowCall { Inputs = inputs });

    /// <summary>A request's body, read.</summary>
    public static Dictionary<string, JsonElement> Inputs(string json) =>
        JsonElement.Parse(json).EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
