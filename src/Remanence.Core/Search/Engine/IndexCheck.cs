using Remanence.Models.BuiltIn;
using Remanence.Stores;

namespace Remanence.Search.Engine;

/// <summary>Looks whether search agrees with a store.</summary>
public static class IndexCheck
{
    /// <summary>How many memories an index holds that is built anew of what the store holds; as many as the workspace, where nothing is wrong.</summary>
    /// <param name="store">The store, open.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Stops the building.</param>
    public static async Task<int> CountAsync(MemoryStore store, string workspace, TimeProvider time, CancellationToken cancellationToken) =>
        (await new SearchIndexes(store, new MemoryAnalyzer(StaticEmbedder.Shared), new SearchOptions(), time).GetAsync(workspace, cancellationToken)).Count;
}
