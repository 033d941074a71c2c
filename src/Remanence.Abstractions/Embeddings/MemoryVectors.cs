namespace Remanence.Embeddings;

/// <summary>The vectors of one memory in one space. Immutable.</summary>
/// <param name="MemoryId">The memory.</param>
/// <param name="Sequence">
/// When written: the commit that last changed the memory, as it was read for embedding; when the memory has changed since, what is written is passed over.
/// When read: the commit that wrote the vectors.
/// </param>
/// <param name="Passages">One a passage of the memory's text; empty when the embedder refused it, so that it is not asked again.</param>
public sealed record MemoryVectors(string MemoryId, long Sequence, IReadOnlyList<QuantizedVector> Passages);
