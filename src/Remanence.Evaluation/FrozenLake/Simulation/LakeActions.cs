namespace Remanence.Evaluation.FrozenLake.Simulation;

internal static class LakeActions
{
    public const int Count = 4;

    public static IReadOnlyList<LakeAction> All { get; } = [LakeAction.Left, LakeAction.Down, LakeAction.Right, LakeAction.Up];

    public static string Name(this LakeAction action) => action switch
    {
        LakeAction.Left => "left",
        LakeAction.Down => "down",
        LakeAction.Right => "right",
        _ => "up",
    };

    /// <summary>Where a move may end on slippery ice: as meant, or to either side of it, each in one case of three.</summary>
    public static IReadOnlyList<LakeAction> Slips(this LakeAction action) =>
        [(LakeAction)(((int)action + Count - 1) % Count), action, (LakeAction)(((int)action + 1) % Count)];
}
