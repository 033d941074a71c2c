using Remanence.Stores.Reads;

namespace Remanence.Stores;

/// <summary>What a commit did.</summary>
/// <param name="Generation">The workspace's <see cref="Freshness.Generation"/>.</param>
/// <param name="Sequence">
/// The commit's number, one more than the workspace's last. A new workspace begins above every number that a dropped one had (with 1 where none was dropped),
/// so that whoever goes on from a number that it knows under the same name misses nothing.
/// </param>
/// <param name="AlreadyApplied">The change set had been applied before; nothing changed now.</param>
/// <param name="Existing">Ids of inserts that were left out because they existed; empty when <paramref name="AlreadyApplied"/>.</param>
public sealed record CommitResult(long Generation, long Sequence, bool AlreadyApplied, IReadOnlyList<string> Existing);
