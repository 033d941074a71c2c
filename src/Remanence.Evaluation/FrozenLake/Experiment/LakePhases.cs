namespace Remanence.Evaluation.FrozenLake.Experiment;

/// <summary>The phases of the experiment.</summary>
public static class LakePhases
{
    /// <summary>All of them, in their order.</summary>
    public static IReadOnlyList<LakePhase> All { get; } = [LakePhase.Training, LakePhase.TestNoMemory, LakePhase.TestWithMemory];

    /// <summary>What files, reports and the command line call it.</summary>
    /// <param name="phase">The phase.</param>
    public static string Name(this LakePhase phase) => phase switch
    {
        LakePhase.Training => "training",
        LakePhase.TestNoMemory => "test_no_memory",
        _ => "test_with_memory",
    };

    /// <summary>Both tests have the same chance, so that only what the memory returned can tell their runs apart.</summary>
    internal static string Chance(this LakePhase phase) => phase == LakePhase.Training ? "training" : "test";

    internal static bool NeedsService(this LakePhase phase) => phase != LakePhase.TestNoMemory;
}
