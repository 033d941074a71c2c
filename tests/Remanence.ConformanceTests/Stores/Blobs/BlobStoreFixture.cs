using Remanence.Stores.Blobs;

namespace Remanence.ConformanceTests.Stores.Blobs;

/// <summary>One fresh place for blobs; each test has its own.</summary>
public abstract class BlobStoreFixture : IAsyncDisposable
{
    /// <summary>Whether what is stored outlives the store object.</summary>
    public abstract bool IsDurable { get; }

    /// <summary>A store on the fixture's place, not yet opened. It is called again for a second one over the same place.</summary>
    /// <param name="maxLength">The most bytes of one blob.</param>
    public abstract BlobStore Create(long maxLength);

    /// <summary>How many files, rows or objects there are, drafts and leftovers among them.</summary>
    public abstract int CountEverything();

    /// <summary>Removes what the fixture made.</summary>
    public abstract ValueTask DisposeAsync();
}
