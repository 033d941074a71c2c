using Remanence.Embeddings;

namespace Remanence.Stores.InMemory;

/// <summary>What an <see cref="InMemoryWorkspace"/> holds of one embedding space.</summary>
internal sealed class InMemorySpace(EmbeddingSpace space)
{
    public EmbeddingSpace Space { get; } = space;

    /// <summary>By memory; the sequence is that of the commit that wrote them.</summary>
    public Dictionary<string, MemoryVectors> Vectors { get; } = new(StringComparer.Ordinal);

    public EmbeddingProgress Progress => new(Space, Vectors.Count);
}
