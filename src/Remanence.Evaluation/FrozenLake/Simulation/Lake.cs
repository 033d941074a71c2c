namespace Remanence.Evaluation.FrozenLake.Simulation;

/// <summary>One walk over a map, from the start until the goal or a hole.</summary>
/// <param name="map">The map.</param>
/// <param name="slippery">Where the ice carries the walker; null: moves go where they are meant to.</param>
internal sealed class Lake(LakeMap map, SeededRandom? slippery)
{
    public LakeCell Position { get; private set; } = LakeCell.Start;

    public bool IsOver => map[Position] is LakeMap.GoalCell or LakeMap.HoleCell;

    /// <summary>Moves, and answers the reward: 1 for the goal, else 0.</summary>
    public double Step(LakeAction action)
    {
        if (IsOver)
        {
            throw new InvalidOperationException("The walk is over.");
        }

        var slips = action.Slips();
        Position = Position.Move(slippery is null ? action : slips[slippery.Next(slips.Count)], map.Size);
        return map[Position] == LakeMap.GoalCell ? 1 : 0;
    }
}
