using Remanence.Memories;
using Remanence.Stores.History;

namespace Remanence.Services;

/// <summary>What became of memories, and the way back. Of what it forgets, such a service keeps the history until it is erased.</summary>
public interface IMemoryHistory
{
    /// <summary>All changes of a memory, oldest first, also of one that was forgotten.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="id">The memory.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<HistoryEntry>> GetHistoryAsync(Scope scope, string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Brings back a memory that was forgotten, makes one that was superseded or expired active again, or else undoes its last change.
    /// </summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="id">The memory.</param>
    /// <param name="sequence">The commit whose state to go back to; null: the last state before now.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    Task<Memory> RestoreAsync(Scope scope, string id, long? sequence = null, CancellationToken cancellationToken = default);
}
