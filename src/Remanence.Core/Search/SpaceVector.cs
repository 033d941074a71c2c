using Remanence.Embeddings;

namespace Remanence.Search;

/// <summary>A question in an external space.</summary>
/// <param name="Space">The space; an index in another does not answer.</param>
/// <param name="Vector"><c>float[d]</c>, unit length.</param>
internal sealed record SpaceVector(EmbeddingSpace Space, float[] Vector);
