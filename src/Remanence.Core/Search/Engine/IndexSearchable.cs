using Remanence.Embeddings;
using Remanence.Search.Ranking;

namespace Remanence.Search.Engine;

/// <summary>An index in this process, open to be searched: it lacks nothing.</summary>
internal sealed class IndexSearchable(WorkspaceIndex index) : ISearchable
{
    public EmbeddingSpace? ExternalSpace => index.ExternalSpace;

    public string? Lack => null;

    public ValueTask<RankedMemory[]?> SearchAsync(SearchQuery query, SearchOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Ranker.Search(index, query, options));
    }
}
