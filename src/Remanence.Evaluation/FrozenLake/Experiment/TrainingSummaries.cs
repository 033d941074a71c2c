using Remanence.Evaluation.FrozenLake.Protocol;
using Remanence.Evaluation.FrozenLake.Service;
using Remanence.Evaluation.FrozenLake.Simulation;

namespace Remanence.Evaluation.FrozenLake.Experiment;

/// <summary>Gives training runs to the service: all runs of a map in one call, so that good and bad ones can be compared.</summary>
internal sealed class TrainingSummaries(FrozenLakeOptions options, TaskMemoryClient client)
{
    private readonly string _url = options.Url.AbsoluteUri;

    /// <summary>Sends what has not been sent, and answers how many memories the service made of all.</summary>
    public async Task<int> SendAsync(IReadOnlyList<LakeMap> maps, IReadOnlyList<LakeRow> rows, Action onMap, CancellationToken cancellationToken)
    {
        await using var file = await JsonLinesFile<SummaryRow>.OpenAsync(LakeFiles.Summaries(options), LakeFiles.Json.SummaryRow, cancellationToken);
        var sent = file.Rows.Where(IsHere).ToDictionary(row => (row.TaskId, row.Runs));
        var runs = rows.ToLookup(row => row.TaskId, StringComparer.Ordinal);
        var limit = new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(maps, limit, async (map, token) =>
        {
            LakeRow[] taken = [.. runs[map.Id]];
            if (!sent.ContainsKey((map.Id, taken.Length)))
            {
                var memories = await client.SummariseAsync(options.Workspace, [.. taken.Select(row => PlayedRun(map, row))], token);
                await file.AppendAsync(new SummaryRow(_url, options.Workspace, map.Id, taken.Length, memories), token);
            }

            onMap();
        });
        return file.Rows.Where(IsHere).Sum(row => row.Memories);
    }

    private PlayedRun PlayedRun(LakeMap map, LakeRow row) => new(
        map.Id,
        LakeConversation.Replay(map, options.Rules, row.TaskMemory, row.Trajectory).Messages,
        row.Success ? 1.0 : 0.0,
        new TrajectoryMetadata(LakeTexts.Task(map, options.Rules)));

    private bool IsHere(SummaryRow row) => row.Url == _url && row.WorkspaceId == options.Workspace;
}
