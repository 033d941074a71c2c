using Remanence.Evaluation.PassK;

namespace Remanence.Evaluation.FrozenLake.Experiment;

/// <summary>What one phase reached.</summary>
/// <param name="Phase">Its name.</param>
/// <param name="Maps">Maps played.</param>
/// <param name="Runs">Runs played.</param>
/// <param name="Solved">Runs that reached the goal.</param>
/// <param name="MeanSteps">Moves a run.</param>
/// <param name="RunsWithMemory">Runs that the memory returned something for; null where it was not asked.</param>
/// <param name="At">Pass rates: pass@1 is the share of solved runs.</param>
internal sealed record PhaseReport(string Phase, int Maps, int Runs, int Solved, double MeanSteps, int? RunsWithMemory, IReadOnlyList<PassAtK> At)
{
    public static PhaseReport Of(LakePhase phase, IReadOnlyList<LakeRow> rows) => new(
        phase.Name(),
        rows.Select(row => row.TaskId).Distinct(StringComparer.Ordinal).Count(),
        rows.Count,
        rows.Count(row => row.Success),
        rows.Select(row => (double)row.Steps).DefaultIfEmpty().Average(),
        phase == LakePhase.TestWithMemory ? rows.Count(row => row.TaskMemory is not null) : null,
        PassAtK.All(rows.Select(row => new RunResult(row.TaskId, row.Reward))));
}
