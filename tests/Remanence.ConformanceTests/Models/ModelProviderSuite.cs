using Remanence.Models.Profiles;
using Remanence.ScriptedModels;

namespace Remanence.ConformanceTests.Models;

/// <summary>What every suite of a provider begins with.</summary>
/// <typeparam name="TFixture">The provider's fixture.</typeparam>
public abstract class ModelProviderSuite<TFixture>
    where TFixture : ModelProviderFixture, new()
{
    /// <summary>The key of every profile.</summary>
    protected const string Key = "sk-test-0123456789abcdef";

    // Long enough for a busy machine where no limit is meant.
    private static readonly TimeSpan Patient = TimeSpan.FromSeconds(60);

    /// <summary>The provider and its endpoint.</summary>
    protected TFixture Fixture { get; } = new();

    /// <summary>The provider.</summary>
    protected ModelProvider Provider => Fixture.Provider;

    /// <summary>Stops a test that hangs, and what it asks.</summary>
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>All ways to ask for what the provider serves.</summary>
    protected IEnumerable<(ModelKind Kind, ModelCall Call)> Calls => Fixture.Kinds.SelectMany(kind => ModelCall.Of(kind).Select(call => (kind, call)));

    /// <summary>An endpoint that answers as it should.</summary>
    protected async Task<ModelEndpoint> StartAsync()
    {
        var endpoint = await ModelEndpoint.StartAsync();
        Fixture.Script(endpoint);
        return endpoint;
    }

    /// <summary>The profile of a model there.</summary>
    /// <param name="endpoint">Where.</param>
    /// <param name="kind">What for.</param>
    protected ModelProfile Profile(ModelEndpoint endpoint, ModelKind kind) => new()
    {
        Name = Section(kind) + ".tested",
        Backend = Provider.Backend,
        Model = "test-model",
        BaseUrl = Fixture.Address(endpoint, kind),
        ApiKey = Key,
        Timeout = Patient,
        MaxRetries = 0,
    };

    private static string Section(ModelKind kind) => kind switch
    {
        ModelKind.Chat => "llm",
        ModelKind.Embeddings => "embedding_model",
        ModelKind.Reranking => "rerank_model",
        _ => "speech_model",
    };
}
