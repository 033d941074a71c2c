using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.Services;

/// <summary>Changes as they happen.</summary>
public interface IMemoryWatching
{
    /// <summary>
    /// What changed after a commit, in the order of the commits, and then every change as it happens: a memory changed several times since is told once, as it
    /// is now. Ends by cancellation, or when the server stops.
    /// </summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="after">The last commit known, 0 before the first; null: the present.</param>
    /// <param name="cancellationToken">Ends it.</param>
    IAsyncEnumerable<MemoryChange> WatchAsync(Scope scope, long? after = null, CancellationToken cancellationToken = default);
}
