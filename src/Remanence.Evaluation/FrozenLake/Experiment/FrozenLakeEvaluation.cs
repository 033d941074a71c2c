using Microsoft.Extensions.AI;
using Remanence.Evaluation.FrozenLake.Players;
using Remanence.Evaluation.FrozenLake.Service;

namespace Remanence.Evaluation.FrozenLake.Experiment;

/// <summary>ReMe's FrozenLake experiment against a memory service.</summary>
/// <param name="http">Calls the service; the caller's to dispose.</param>
/// <param name="time">The clock.</param>
public sealed class FrozenLakeEvaluation(HttpClient http, TimeProvider time)
{
    /// <summary>A model's temperature in the published runs.</summary>
    public const float DefaultTemperature = ModelPlayers.DefaultTemperature;

    private LakePlayers _players = new ScriptedPlayers();

    /// <summary>Lets a chat model play, instead of the scripted player, which knows only what the service returns.</summary>
    /// <param name="client">The model; its owner's to dispose.</param>
    /// <param name="name">What rows and reports call it.</param>
    /// <param name="temperature">Its temperature.</param>
    public void Play(IChatClient client, string name, float temperature) => _players = new ModelPlayers(client, name) { Temperature = temperature };

    /// <summary>Runs the phases that the options name, or goes on with them.</summary>
    /// <param name="options">How it goes.</param>
    /// <param name="cancellationToken">Stops it; repeating it goes on from there.</param>
    /// <exception cref="TaskMemoryServiceException">The service failed.</exception>
    /// <exception cref="EvaluationDataException">A file of the experiment does not fit the options, or cannot be read.</exception>
    public async Task<EvaluationResult> RunAsync(FrozenLakeOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var client = new TaskMemoryClient(http, options.Url, options.Simple, time);
        return EvaluationResult.Of(
            await new FrozenLakeExperiment(client, _players).RunAsync(options, cancellationToken),
            LakeJson.Default.FrozenLakeReport,
            FrozenLakeReportWriter.Write);
    }
}
