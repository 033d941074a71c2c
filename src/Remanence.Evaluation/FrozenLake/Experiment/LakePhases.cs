namespace Remanence.Evaluation.FrozenLake.Experiment;

internal static class LakePhases
{
    public static IReadOnlyList<LakePhase> All { get; } = [LakePhase.Training, LakePhase.TestNoMemory, LakePhase.TestWithMemory];

    /// <summary>What files, reports and the command line call it.</summary>
    public static string Name(this LakePhase phase) => phase switch
    {
        LakePhase.Training => "training",
        LakePhase.TestNoMemory => "test_no_memory",
        _ => "test_with_memory",
    };

    /// <summary>Both tests have the same chance, so that only what the memory returned can tell their runs apart.</summary>
    public static string Chance(this LakePhase phase) => phase == LakePhase.Training ? "training" : "test";

    public static bool NeedsService(this LakePhase phase) => phase != LakePhase.TestNoMemory;
}
