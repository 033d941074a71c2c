using Remanence.Embeddings;
using Remanence.Models.BuiltIn;
using Remanence.Search;

namespace Remanence;

/// <summary>How an engine works.</summary>
public sealed record MemoryEngineOptions
{
    /// <summary>What search is made of.</summary>
    public SearchOptions Search { get; init; } = new();

    /// <summary>External embedders; null: only the built-in one.</summary>
    public EmbedderOptions? Embedders { get; init; }

    /// <summary>Another static table than the one that ships, for evaluations.</summary>
    internal StaticEmbedder? Embedder { get; init; }
}
