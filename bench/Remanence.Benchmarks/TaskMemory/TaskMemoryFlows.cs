using System.Text.Json;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Flows.Operators;
using Remanence.ReMe.Library;
using Remanence.Sqlite;
using Remanence.TaskMemory;
using Remanence.TaskMemory.Operators;

namespace Remanence.Benchmarks.TaskMemory;

/// <summary>The flows of task memory in this process, over a SQLite file and without a model.</summary>
internal sealed class TaskMemoryFlows : IServiceProvider, IAsyncDisposable
{
    private readonly MemoryEngine _engine;
    private readonly LibraryPaths _paths;
    private readonly FlowCatalogue _flows;

    /// <param name="database">The file of the store.</param>
    /// <param name="library">The folder with libraries.</param>
    public TaskMemoryFlows(string database, string library)
    {
        _engine = new MemoryEngine(new SqliteStore(new SqliteStoreOptions { Path = database }));
        _paths = new LibraryPaths([library]);
        _flows = FlowCatalogue.Build(new OperatorRegistry().AddTaskMemory(), TaskFlows.Definitions, services: this);
    }

    public Task OpenAsync() => _engine.OpenAsync();

    public Task<FlowResponse> RunAsync(string flow, string json) => RunAsync(flow, Inputs(json));

    public Task<FlowResponse> RunAsync(string flow, IReadOnlyDictionary<string, JsonElement> inputs) => _flows.RunAsync(flow, new FlowCall { Inputs = inputs });

    /// <summary>A request's body, read.</summary>
    public static Dictionary<string, JsonElement> Inputs(string json) =>
        JsonElement.Parse(json).EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);

    public object? GetService(Type serviceType) => serviceType == typeof(MemoryEngine) ? _engine : serviceType == typeof(LibraryPaths) ? _paths : null;

    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}
