namespace Remanence.Embeddings;

/// <summary>How far a workspace is embedded in a space.</summary>
/// <param name="Space">The space.</param>
/// <param name="Memories">Memories of the workspace that are done, those that the embedder refused among them.</param>
public sealed record EmbeddingProgress(EmbeddingSpace Space, long Memories);
