namespace Remanence.Embeddings;

/// <summary>Vectors to put into a space.</summary>
/// <param name="Space">The space; when the workspace does not have it (any more), they are passed over.</param>
/// <param name="Memories">Each replaces what its memory had there.</param>
public sealed record SpaceVectors(EmbeddingSpace Space, IReadOnlyList<MemoryVectors> Memories);
