using Remanence.Stores.Changes;

namespace Remanence.Stores.Reads;

/// <summary>
/// How far a workspace is. What was built of it elsewhere, such as a search index, shows the workspace as it is when both numbers agree with the store's.
/// </summary>
/// <param name="Generation">
/// Grows whenever what was built must be thrown away and built anew: the workspace is not the one of before (dropped and created again), or something was
/// erased from it and must not live on elsewhere. Never the same for two workspaces of a store.
/// </param>
/// <param name="Sequence">Its last commit, which what was built can follow up to with <see cref="IChangeFeed.ReadChangesAsync"/>.</param>
public readonly record struct Freshness(long Generation, long Sequence);
