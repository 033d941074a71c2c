namespace Remanence.Evaluation.FrozenLake.Simulation;

/// <summary>A move, numbered as Gymnasium numbers it.</summary>
internal enum LakeAction
{
    Left = 0,
    Down = 1,
    Right = 2,
    Up = 3,
}
