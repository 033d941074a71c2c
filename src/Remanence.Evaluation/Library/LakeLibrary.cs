using System.Text.Json;
using Remanence.Evaluation.FrozenLake.Players;
using Remanence.Evaluation.FrozenLake.Protocol;
using Remanence.Evaluation.FrozenLake.Service;
using Remanence.Evaluation.FrozenLake.Simulation;

namespace Remanence.Evaluation.Library;

/// <summary>
/// Ways over frozen lakes, learnt by walking: the scripted player tries a map again, with what the server wrote down of the tries before, until it arrives. It
/// is told all of that rather than what a search finds, because scores of a search may differ in the last digit between processors.
/// </summary>
/// <param name="client">The server.</param>
internal sealed class LakeLibrary(ApiClient client)
{
    /// <summary>The workspace that is filled.</summary>
    public const string Workspace = "frozenlake";

    // None of the maps that `eval frozenlake` draws by itself.
    private const long FirstSeed = 910_000;
    private const int Maps = 60;
    private const int Size = 4;
    private const int MostRuns = 30;

    private static readonly LakeRules Rules = new(Slippery: false);

    /// <summary>Walks every map until it is solved.</summary>
    public async Task BuildAsync(CancellationToken cancellationToken)
    {
        var maps = Enumerable
            .Range(0, Maps)
            .Select(i => LakeMap.Generate($"library-{i}", FirstSeed + i, Size))
            .DistinctBy(map => string.Concat(map.Rows), StringComparer.Ordinal);
        foreach (var map in maps)
        {
            var written = new List<string>();
            var solved = false;
            for (var run = 0; run < MostRuns && !solved; run++)
            {
                (solved, var experience) = await WalkAsync(map, run, written, cancellationToken);
                written.AddRange(experience);
            }
        }
    }

    private async Task<(bool Solved, IEnumerable<string> Experience)> WalkAsync(
        LakeMap map,
        int run,
        IReadOnlyList<string> written,
        CancellationToken cancellationToken)
    {
        var recalled = new MapGuidance("", [.. written]);
        var chance = $"library/{map.Id}/{run}";
        var conversation = new LakeConversation(map, Rules, recalled.Notes);
        await LakeGame.PlayAsync(conversation, new ScriptedPlayers().Create(SeededRandom.Named(chance), recalled), chance, cancellationToken);
        var solved = conversation.Steps[^1].Reward >= 1;
        var trajectory = new PlayedRun(map.Id, conversation.Messages, solved ? 1 : 0, new TrajectoryMetadata(LakeTexts.Task(map, Rules)));
        var body = JsonSerializer.Serialize(new SummaryBody(Workspace, [trajectory]), TaskMemoryJson.Default.SummaryBody);
        var answer = await client.DemandAsync(ApiCall.Post("/summary_task_memory", body), cancellationToken);
        var memories = answer.Body!.Value.GetProperty("metadata").GetProperty("memory_list").EnumerateArray();
        return (solved, memories.Select(memory => memory.GetProperty("content").GetString()!));
    }
}
