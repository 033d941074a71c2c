using Remanence.Search;

namespace Remanence.Evaluation.Retrieval;

/// <summary>A search with some of its parts.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Options">Which parts.</param>
public sealed record SearchVariant(string Name, SearchOptions Options);
