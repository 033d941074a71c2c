using Microsoft.Extensions.AI;
using Remanence.Evaluation.FrozenLake.Service;

namespace Remanence.Evaluation.FrozenLake.Players;

/// <summary>A chat model plays. The client is shared by the runs and stays its owner's; it retries by itself, and what it throws ends the experiment.</summary>
/// <param name="client">The model.</param>
/// <param name="name">What rows and reports call it.</param>
internal sealed class ModelPlayers(IChatClient client, string name) : LakePlayers
{
    /// <summary>As in the published runs.</summary>
    public const float DefaultTemperature = 0.7f;

    public override string Name => name;

    public override string Description => $"the chat model {name}";

    public float Temperature { get; init; } = DefaultTemperature;

    public override LakePlayer Create(SeededRandom random, MapGuidance? recalled)
    {
        // Endpoints take a seed of 31 bits.
        var options = new ChatOptions { Temperature = Temperature, Seed = (long)(random.NextBits() >> 33) };
        return new ModelPlayer(client, options);
    }
}
