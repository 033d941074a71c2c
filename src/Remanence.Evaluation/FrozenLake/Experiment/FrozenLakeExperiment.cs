using Remanence.Evaluation.FrozenLake.Players;
using Remanence.Evaluation.FrozenLake.Service;
using Remanence.Evaluation.FrozenLake.Simulation;
using Remanence.Evaluation.PassK;
using Remanence.Evaluation.Statistics;

namespace Remanence.Evaluation.FrozenLake.Experiment;

/// <summary>
/// ReMe's FrozenLake experiment: runs whose trajectories the memory summarises, then the test maps without and with what it returns. Runs that the files
/// hold are not played again, and what was sent is not sent again; the first failure ends the experiment, and repeating it goes on from there.
/// </summary>
/// <param name="client">The memory service.</param>
/// <param name="players">Who plays.</param>
internal sealed class FrozenLakeExperiment(TaskMemoryClient client, LakePlayers players)
{
    private const double Solved = PassAtK.Solved;

    /// <summary>Runs the phases that the options name.</summary>
    /// <exception cref="TaskMemoryServiceException">The service failed.</exception>
    /// <exception cref="EvaluationDataException">A file of the experiment does not fit the options, or cannot be read.</exception>
    public async Task<FrozenLakeReport> RunAsync(FrozenLakeOptions options, CancellationToken cancellationToken)
    {
        if (options.Phases.Any(phase => phase.NeedsService()))
        {
            await client.CheckAsync(cancellationToken);
        }

        Directory.CreateDirectory(options.Folder);
        PhaseRun[] runs = [.. LakePhases.All.Where(options.Phases.Contains).Select(phase => new PhaseRun(options, phase, players, client))];
        var summaries = options.Phases.Contains(LakePhase.Training) ? LakeMapSets.Training(options).Count : 0;
        var shared = Shared(options);
        var step = Step(options.Progress, runs.Sum(run => run.Count) + summaries);
        var phases = new List<PhaseReport>();
        var rows = new Dictionary<LakePhase, IReadOnlyList<LakeRow>>();
        int? memories = null;
        foreach (var (phase, run) in LakePhases.All.Where(options.Phases.Contains).Zip(runs))
        {
            rows[phase] = await run.RunAsync(step, cancellationToken);
            if (phase == LakePhase.Training)
            {
                memories = await new TrainingSummaries(options, client).SendAsync(run.Maps, rows[phase], step, cancellationToken);
            }

            phases.Add(PhaseReport.Of(phase, rows[phase]));
        }

        return new FrozenLakeReport
        {
            Experiment = options.Experiment,
            Player = players.Name,
            PlayerDescription = players.Description,
            Url = options.Url.AbsoluteUri,
            Workspace = options.Workspace,
            MapSize = LakeMapSets.Test(options)[0].Size,
            IsSlippery = options.Rules.Slippery,
            Seed = options.Seed,
            TrainedOn = options.TrainOnTest ? "test maps" : "fresh maps",
            SharedMaps = shared.Count,
            MemoriesMade = memories,
            Phases = phases,
            Difference = Difference(rows, _ => true),
            DifferenceOnNewMaps = Difference(rows, task => !shared.Contains(task)),
        };
    }

    private static Action Step(IProgress<double>? progress, int total)
    {
        var done = 0;
        return () => progress?.Report((double)Interlocked.Increment(ref done) / Math.Max(1, total));
    }

    // Small maps repeat: a fresh map may be a test map by chance, and its experience then is of that very map.
    private static HashSet<string> Shared(FrozenLakeOptions options)
    {
        var trained = LakeMapSets.Training(options).Select(Text).ToHashSet(StringComparer.Ordinal);
        return LakeMapSets.Test(options).Where(map => trained.Contains(Text(map))).Select(map => map.Id).ToHashSet(StringComparer.Ordinal);

        static string Text(LakeMap map) => string.Concat(map.Rows);
    }

    private static Estimate? Difference(Dictionary<LakePhase, IReadOnlyList<LakeRow>> rows, Func<string, bool> counts)
    {
        if (!rows.TryGetValue(LakePhase.TestNoMemory, out var without) || !rows.TryGetValue(LakePhase.TestWithMemory, out var with))
        {
            return null;
        }

        var before = Rates(without);
        double[] differences = [.. Rates(with).Where(task => counts(task.Key)).Select(task => task.Value - before[task.Key])];
        return differences.Length > 0 ? Estimate.Mean(differences) : null;
    }

    private static Dictionary<string, double> Rates(IReadOnlyList<LakeRow> rows) => rows
        .GroupBy(row => row.TaskId, StringComparer.Ordinal)
        .ToDictionary(task => task.Key, task => task.Average(row => row.Reward >= Solved ? 1.0 : 0.0), StringComparer.Ordinal);
}
