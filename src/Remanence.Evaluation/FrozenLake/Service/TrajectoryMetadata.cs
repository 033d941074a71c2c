namespace Remanence.Evaluation.FrozenLake.Service;

/// <summary>The part of a trajectory's metadata that services know.</summary>
/// <param name="Query">The task in words: the same as its memory is asked with.</param>
internal sealed record TrajectoryMetadata(string Query);
