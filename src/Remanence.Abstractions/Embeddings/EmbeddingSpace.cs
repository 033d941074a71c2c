namespace Remanence.Embeddings;

/// <summary>
/// Where vectors live that may be compared with each other: those of one model with one set of parameters. Two spaces are the same when all members are equal.
/// The built-in embedder's space is always there, is not stored, and has no value of this type.
/// </summary>
/// <param name="Name">The model's name, to show.</param>
/// <param name="Dimensions">Numbers in a vector, 1 to <see cref="MaxDimensions"/>.</param>
/// <param name="Hash">A digest of the model and of every parameter that changes its vectors.</param>
public sealed record EmbeddingSpace(string Name, int Dimensions, string Hash)
{
    /// <summary>The most numbers that a vector may have.</summary>
    public const int MaxDimensions = 16_384;
}
