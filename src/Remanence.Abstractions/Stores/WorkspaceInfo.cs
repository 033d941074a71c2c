using Remanence.Embeddings;

namespace Remanence.Stores;

/// <summary>A workspace at a glance.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">When something was first stored in it.</param>
/// <param name="Sequence">Its last commit.</param>
/// <param name="Memories">How many memories it holds, of any status.</param>
public sealed record WorkspaceInfo(string Name, DateTimeOffset CreatedAt, long Sequence, long Memories)
{
    /// <summary>The external embedding space that searches use, and how much of the workspace is in it; null: the built-in one.</summary>
    public EmbeddingProgress? Embedding { get; init; }

    /// <summary>The space that is being built to take its place; null: none.</summary>
    public EmbeddingProgress? NextEmbedding { get; init; }
}
