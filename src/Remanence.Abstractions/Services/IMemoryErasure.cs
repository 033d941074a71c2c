using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.Services;

/// <summary>Erasure beyond recovery.</summary>
public interface IMemoryErasure
{
    /// <summary>Erases everything of a user, an agent or a session, beyond recovery.</summary>
    /// <param name="scope">Whose; at least one of the three is named.</param>
    /// <param name="cancellationToken">Stops it before anything is removed.</param>
    Task<Erasure> EraseAsync(Scope scope, CancellationToken cancellationToken = default);

    /// <summary>Erases one memory and its history, beyond recovery; the resource that it came from stays.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="id">The memory.</param>
    /// <param name="cancellationToken">Stops it before anything is removed.</param>
    Task<Erasure> EraseAsync(Scope scope, string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Completes when nothing is left of what was erased before, in any file; see <see cref="Erasure.TracesUntil"/>. What takes longer than a minute fails, and
    /// goes on: a <see cref="StoreFullException"/> where it waits for room, a <see cref="StoreUnavailableException"/> where somebody still reads.
    /// </summary>
    /// <param name="cancellationToken">Stops the waiting, not the work.</param>
    Task FinishErasuresAsync(CancellationToken cancellationToken = default);
}
