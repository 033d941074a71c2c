using Remanence.Evaluation.FrozenLake.Simulation;

namespace Remanence.Evaluation.FrozenLake.Players.Experience;

/// <summary>What texts say about one map.</summary>
/// <param name="Path">The shortest list of moves that is said to have reached the goal; null where none is.</param>
/// <param name="Holes">Cells that are said to be holes.</param>
internal sealed record LakeExperience(IReadOnlyList<LakeAction>? Path, IReadOnlySet<LakeCell> Holes)
{
    public bool IsEmpty => Path is null && Holes.Count == 0;
}
