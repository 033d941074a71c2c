using Remanence.Evaluation.FrozenLake.Protocol;

namespace Remanence.Evaluation.FrozenLake.Service;

/// <summary>One run as the service takes it.</summary>
/// <param name="TaskId">Runs of one task are compared with each other.</param>
/// <param name="Messages">What was said.</param>
/// <param name="Score">1: solved; 0: not.</param>
/// <param name="Metadata">What it was about.</param>
internal sealed record PlayedRun(string TaskId, IReadOnlyList<LakeMessage> Messages, double Score, TrajectoryMetadata Metadata);
