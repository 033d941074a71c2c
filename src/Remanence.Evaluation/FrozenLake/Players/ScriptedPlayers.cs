using Remanence.Evaluation.FrozenLake.Service;

namespace Remanence.Evaluation.FrozenLake.Players;

/// <summary>Players without a model, to prove that what one run learns reaches the next. They say nothing about how well an agent plays.</summary>
internal sealed class ScriptedPlayers : LakePlayers
{
    public const string PlayerName = "scripted";

    public override string Name => PlayerName;

    public override string Description => "scripted, no model: a random walk that knows, beyond the rules, only what the memory service returned";

    public override LakePlayer Create(SeededRandom random, MapGuidance? recalled) => new ScriptedPlayer(random, recalled?.Texts ?? []);
}
