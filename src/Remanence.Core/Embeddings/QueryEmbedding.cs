namespace Remanence.Embeddings;

/// <summary>A question in a workspace's space, or why it is not.</summary>
/// <param name="Space">The space; null: the built-in one answers.</param>
/// <param name="Vector"><c>float[d]</c>, unit length; empty without a space.</param>
/// <param name="Lack">What the answer has to do without, and why; null when nothing.</param>
internal sealed record QueryEmbedding(EmbeddingSpace? Space, float[] Vector, string? Lack)
{
    /// <summary>The built-in space answers, as it should.</summary>
    public static QueryEmbedding BuiltIn { get; } = new(null, [], null);

    public static QueryEmbedding Without(string lack) => new(null, [], lack);
}
