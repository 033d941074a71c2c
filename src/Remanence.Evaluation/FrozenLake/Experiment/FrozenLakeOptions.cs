using Remanence.Evaluation.FrozenLake.Protocol;
using Remanence.Evaluation.FrozenLake.Simulation;

namespace Remanence.Evaluation.FrozenLake.Experiment;

/// <summary>How an experiment goes. The defaults are those of the published one.</summary>
internal sealed record FrozenLakeOptions
{
    /// <summary>Names the files and, in them, the experiment.</summary>
    public required string Experiment { get; init; }

    /// <summary>Where the memory keeps what it learns.</summary>
    public required string Workspace { get; init; }

    /// <summary>The service, as rows of summaries name it.</summary>
    public required Uri Url { get; init; }

    /// <summary>Where the files are.</summary>
    public required string Folder { get; init; }

    public LakeRules Rules { get; init; } = new(Slippery: false);

    public int Size { get; init; } = 4;

    public int Seed { get; init; }

    public int TrainingMaps { get; init; } = 50;

    public int TrainingRuns { get; init; } = 4;

    public int TestMapCount { get; init; } = 100;

    public int TestRuns { get; init; } = 1;

    /// <summary>Test maps from a file; null: drawn from the seed.</summary>
    public IReadOnlyList<LakeMap>? TestMaps { get; init; }

    /// <summary>Whether training runs over the test maps instead of fresh ones.</summary>
    public bool TrainOnTest { get; init; }

    /// <summary>Runs at a time.</summary>
    public int Workers { get; init; } = 4;

    /// <summary>Memories asked for.</summary>
    public int TopK { get; init; } = 3;

    public IReadOnlyList<LakePhase> Phases { get; init; } = LakePhases.All;

    /// <summary>Told what share of the runs and summaries is done.</summary>
    public IProgress<double>? Progress { get; init; }
}
