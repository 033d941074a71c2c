using Remanence.Evaluation.FrozenLake.Players;
using Remanence.Evaluation.FrozenLake.Protocol;
using Remanence.Evaluation.FrozenLake.Service;
using Remanence.Evaluation.FrozenLake.Simulation;

namespace Remanence.Evaluation.FrozenLake.Experiment;

/// <summary>Plays the runs of one phase that its file does not hold yet.</summary>
/// <param name="options">The experiment.</param>
/// <param name="phase">Which phase.</param>
/// <param name="players">Who plays.</param>
/// <param name="client">The service, for the phase that asks it.</param>
internal sealed class PhaseRun(FrozenLakeOptions options, LakePhase phase, LakePlayers players, TaskMemoryClient client)
{
    private readonly IReadOnlyList<LakeMap> _maps = phase == LakePhase.Training ? LakeMapSets.Training(options) : LakeMapSets.Test(options);
    private readonly int _runs = phase == LakePhase.Training ? options.TrainingRuns : options.TestRuns;

    public int Count => _maps.Count * _runs;

    public IReadOnlyList<LakeMap> Maps => _maps;

    /// <summary>Plays, and answers every row, by map and run.</summary>
    public async Task<IReadOnlyList<LakeRow>> RunAsync(Action onRun, CancellationToken cancellationToken)
    {
        var path = LakeFiles.Rows(options, phase);
        await using var file = await JsonLinesFile<LakeRow>.OpenAsync(path, LakeFiles.Json.LakeRow, cancellationToken);
        var order = _maps.Index().ToDictionary(map => map.Item.Id, map => map.Index, StringComparer.Ordinal);
        var known = new HashSet<(string, int)>();
        foreach (var row in file.Rows)
        {
            Require(row, path, order, known);
            onRun();
        }

        var open = from map in _maps from run in Enumerable.Range(0, _runs) where !known.Contains((map.Id, run)) select (map, run);
        var limit = new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(open, limit, async (each, token) =>
        {
            await file.AppendAsync(await PlayAsync(each.map, each.run, token), token);
            onRun();
        });
        await file.FinishAsync((a, b) => (order[a.TaskId], a.RunId).CompareTo((order[b.TaskId], b.RunId)));
        return file.Rows;
    }

    private async Task<LakeRow> PlayAsync(LakeMap map, int run, CancellationToken cancellationToken)
    {
        var recalled = phase == LakePhase.TestWithMemory
            ? await client.RetrieveAsync(options.Workspace, LakeTexts.Task(map, options.Rules), options.TopK, cancellationToken)
            : null;
        var chance = $"{options.Seed}/{phase.Chance()}/{map.Id}/{run}";
        var player = players.Create(SeededRandom.Named(chance + "/player"), recalled);
        var conversation = new LakeConversation(map, options.Rules, recalled?.Notes);
        await LakeGame.PlayAsync(conversation, player, chance, cancellationToken);
        return Row(conversation, run, recalled?.Notes);
    }

    private LakeRow Row(LakeConversation conversation, int run, string? notes) => new()
    {
        TaskId = conversation.Map.Id,
        RunId = run,
        ExperimentName = options.Experiment,
        Player = players.Name,
        Seed = options.Seed,
        TaskCompleted = conversation.Steps[^1].Done,
        Success = conversation.Steps[^1].Reward >= 1,
        Steps = conversation.Steps.Count,
        Reward = conversation.Steps[^1].Reward,
        MapConfig = new MapConfig
        {
            MapDesc = conversation.Map.Rows,
            MapId = conversation.Map.Id,
            IsSlippery = options.Rules.Slippery,
            MapSize = conversation.Map.Size,
            UseTaskMemory = phase == LakePhase.TestWithMemory,
        },
        TaskMemory = notes,
        Trajectory = conversation.Steps,
    };

    // Rows of another experiment under this one's name would be counted as its own.
    private void Require(LakeRow row, string path, Dictionary<string, int> order, HashSet<(string, int)> known)
    {
        var fault = !order.TryGetValue(row.TaskId, out var index) || row.RunId < 0 || row.RunId >= _runs ? "a run that these options do not ask for"
            : !known.Add((row.TaskId, row.RunId)) ? "a run that the file holds twice"
            : !row.MapConfig.MapDesc.SequenceEqual(_maps[index].Rows, StringComparer.Ordinal) ? "another map"
            : row.MapConfig.IsSlippery != options.Rules.Slippery ? "other ice"
            : row.Seed != options.Seed ? $"seed {row.Seed}"
            : row.Player != players.Name ? $"player {row.Player}"
            : !IsWhole(row, _maps[index]) ? "a run whose moves cannot be those of a run"
            : null;
        if (fault is not null)
        {
            throw new EvaluationDataException(
                $"{path} holds {fault} (task {row.TaskId}, run {row.RunId}). Repeat the experiment with the options it was begun with, "
                + "name another with --experiment, or move the file away.");
        }
    }

    // A file may have been edited; what is told again from it must lie on the map.
    private static bool IsWhole(LakeRow row, LakeMap map) =>
        row.Trajectory.Count > 0 && row.Trajectory.All(step => step is { NextState: >= 0 } && step.NextState < map.Size * map.Size);
}
