using Remanence.Memories;
using Remanence.Stores;
using Remanence.Stores.Reads;

namespace Remanence.Search.Engine;

/// <summary>Whoever searches by what the store holds, and has to be told when that changes. Thread-safe.</summary>
internal interface ISearchFeed
{
    /// <summary>Tells of a commit that is durable.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="at">The commit.</param>
    /// <param name="upserts">The memories that it changed, as they are now.</param>
    /// <param name="changes">What it said of deletions, vectors and spaces.</param>
    Task ApplyAsync(string workspace, Freshness at, IReadOnlyList<Memory> upserts, ChangeSet changes);

    /// <summary>Tells that what is known of a workspace must not be used any more: something was erased, or all of it.</summary>
    void Drop(string workspace);
}
