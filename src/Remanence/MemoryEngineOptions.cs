using Remanence.Models.BuiltIn;
using Remanence.Search;

namespace Remanence;

/// <summary>How an engine works.</summary>
public sealed record MemoryEngineOptions
{
    /// <summary>What search is made of.</summary>
    public SearchOptions Search { get; init; } = new();

    /// <summary>Another static table than the one that ships, for evaluations.</summary>
    internal StaticEmbedder? Embedder { get; init; }
}
