using System.Text.Json;
using Microsoft.Extensions.AI;
using Remanence.Compat.ReMe.Answers;
using Remanence.Compat.ReMe.Library;
using Remanence.Editing;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Flows.Operators;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Models;
using Remanence.Operators;
using Remanence.Stores;
using Remanence.TaskMemory;
using Remanence.Tests.Clocks;
using Remanence.Tests.Models;

namespace Remanence.Tests.TaskMemory;

/// <summary>The built-in flows over a store in memory, with or without a model.</summary>
internal sealed class FlowsFixture : IAsyncDisposable, IServiceProvider
{
    private readonly TemporaryFolder _folder = new();
    private readonly ModelCatalog? _models;

    private FlowsFixture(IChatClient? chat, FlowDefinition[] flows, OperatorConfiguration[] operators)
    {
        Engine = new MemoryEngine(new InMemoryStore(), time: Time);
        _models = chat is null
            ? null
            : new ModelCatalog([FakeProvider.Profile() with { MaxRetries = 0 }], [new FakeProvider { Chat = _ => chat }]);
        Library = Path.Combine(_folder.Path, "library");
        try
        {
            Catalogue = FlowCatalogue.Build(new OperatorRegistry().AddTaskMemory(), [.. TaskFlows.Definitions, .. flows], operators, services: this);
        }
        catch
        {
            // Nobody else gets to dispose it.
            _folder.Dispose();
            throw;
        }
    }

    public StandingTime Time { get; } = new();

    public MemoryEngine Engine { get; }

    public string Library { get; }

    public FlowCatalogue Catalogue { get; }

    public static async Task<FlowsFixture> CreateAsync(IChatClient? chat = null, FlowDefinition[]? flows = null, params OperatorConfiguration[] operators)
    {
        var fixture = new FlowsFixture(chat, flows ?? [], operators);
        await fixture.Engine.OpenAsync();
        return fixture;
    }

    public Task<FlowResponse> RunAsync(string flow, string json) =>
        Catalogue.RunAsync(
            flow,
            new FlowCall { Inputs = LenientJson.Parse(json).EnumerateObject().ToDictionary(member => member.Name, member => member.Value) },
            TestContext.Current.CancellationToken);

    public async Task<JsonElement> MetadataAsync(string flow, string json) => Parse((await RunAsync(flow, json)).Metadata.ToJson().ToJsonString());

    public async Task<IReadOnlyList<Memory>> AllAsync(string workspace) =>
        (await Engine.ListAsync(new MemoryQuery { Scope = new Scope(workspace), Limit = 1000 })).Items;

    public static JsonElement Parse(string json) => JsonElement.Parse(json);

    public object? GetService(Type serviceType) =>
        serviceType == typeof(MemoryAccess) ? Engine.Access
        : serviceType == typeof(ModelCatalog) ? _models
        : serviceType == typeof(AnswerForm) ? new ReMeForm(Time.LocalTimeZone)
        : serviceType == typeof(MemoryLibrary) ? new ReMeLibrary(new LibraryPaths([Library, ReMeLibraries.Folder]), Time)
        : serviceType == typeof(TimeProvider) ? Time
        : null;

    public async ValueTask DisposeAsync()
    {
        _models?.Dispose();
        await Engine.DisposeAsync();
        _folder.Dispose();
    }
}
