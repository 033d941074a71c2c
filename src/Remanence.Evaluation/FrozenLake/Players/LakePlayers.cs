using Remanence.Evaluation.FrozenLake.Service;

namespace Remanence.Evaluation.FrozenLake.Players;

/// <summary>Who plays: makes a player for each run.</summary>
internal abstract class LakePlayers
{
    /// <summary>What rows and reports call them.</summary>
    public abstract string Name { get; }

    /// <summary>A line that says what to think of their results.</summary>
    public abstract string Description { get; }

    /// <summary>A player for one run.</summary>
    /// <param name="random">Its own chance.</param>
    /// <param name="recalled">What the memory gave for this map; null: it was not asked.</param>
    public abstract LakePlayer Create(SeededRandom random, MapGuidance? recalled);
}
