using Remanence.Embeddings;
using Remanence.Events.Webhooks;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Models.BuiltIn;
using Remanence.Models.Usage;
using Remanence.Privacy;
using Remanence.Retrieval;
using Remanence.Search;

namespace Remanence;

/// <summary>How an engine works, but for what it learns.</summary>
public record CoreEngineOptions
{
    /// <summary>What search is made of.</summary>
    public SearchOptions Search { get; init; } = new();

    /// <summary>How background work is done.</summary>
    public JobOptions Jobs { get; init; } = new();

    /// <summary>Who is told of changes.</summary>
    public WebhookOptions Webhooks { get; init; } = new();

    /// <summary>External embedders; null: only the built-in one.</summary>
    public EmbedderOptions? Embedders { get; init; }

    /// <summary>A search engine that names the candidates; null: an index in this process, which shows every write at once.</summary>
    public CandidateSourceOptions? Source { get; init; }

    /// <summary>A model that orders results once more; null: none.</summary>
    public RerankOptions? Reranking { get; init; }

    /// <summary>What is not remembered. Default: card numbers and keys.</summary>
    public PrivacyOptions Privacy { get; init; } = new();

    /// <summary>
    /// What is refused of the state that an import brings, beside what no memory may have: told the state and its place, it throws an
    /// <see cref="InvalidRequestException"/>. For who reads a part of the state that the core does not; null: nothing.
    /// </summary>
    public Action<MemoryState, string>? ImportRule { get; init; }

    /// <summary>
    /// Whether the store is the engine's: opened with it and disposed with it. Default true. False where several engines share a store, which somebody else
    /// opens before them and disposes after them.
    /// </summary>
    public bool OwnsStore { get; init; } = true;

    /// <summary>
    /// The meter of the models that the engine works with (<see cref="Models.ModelCatalog.Usage"/>): while the engine is open, its counts are kept in the
    /// store, where that is an <see cref="IUsageStore"/>. With dependency injection it is the catalogue's.
    /// </summary>
    public UsageMeter? Usage { get; init; }

    /// <summary>Another built-in table than the one that ships, for evaluations; null: that one.</summary>
    public StaticEmbedder? Embedder { get; init; }
}
