namespace Remanence.Stores;

/// <summary>What a commit did.</summary>
/// <param name="Sequence">The workspace's commit number: 1, 2, 3 … without gaps.</param>
/// <param name="AlreadyApplied">The change set had been applied before; nothing changed now.</param>
/// <param name="Existing">Ids of inserts that were left out because they existed; empty when <paramref name="AlreadyApplied"/>.</param>
public sealed record CommitResult(long Sequence, bool AlreadyApplied, IReadOnlyList<string> Existing);
