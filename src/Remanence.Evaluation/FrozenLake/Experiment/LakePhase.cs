namespace Remanence.Evaluation.FrozenLake.Experiment;

/// <summary>A part of the experiment, in their order.</summary>
public enum LakePhase
{
    /// <summary>Runs whose trajectories are given to the memory.</summary>
    Training,

    /// <summary>Runs over the test maps, without asking the memory.</summary>
    TestNoMemory,

    /// <summary>The same with what it returns.</summary>
    TestWithMemory,
}
