using Remanence.Embeddings;
using Remanence.Search.Ranking;

namespace Remanence.Search.Engine;

/// <summary>One workspace, open to be searched.</summary>
internal interface ISearchable
{
    /// <summary>The external space that its memories have vectors in; null: the built-in one.</summary>
    EmbeddingSpace? ExternalSpace { get; }

    /// <summary>What it lacks of the store's state, in words; null: nothing.</summary>
    string? Lack { get; }

    /// <summary>Searches.</summary>
    /// <returns>Null when the question is in another external space than the memories, which may change at any time: to be read anew.</returns>
    ValueTask<RankedMemory[]?> SearchAsync(SearchQuery query, SearchOptions options, CancellationToken cancellationToken);
}
