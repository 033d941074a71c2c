using Remanence.Evaluation.FrozenLake.Protocol;
using Remanence.Evaluation.FrozenLake.Simulation;

namespace Remanence.Evaluation.FrozenLake.Experiment;

/// <summary>How an experiment goes. The defaults are those of the published one.</summary>
public sealed record FrozenLakeOptions
{
    /// <summary>The least rows and columns of a map.</summary>
    public const int MinSize = LakeMap.MinSize;

    /// <summary>The most rows and columns of a map.</summary>
    public const int MaxSize = LakeMap.MaxSize;

    /// <summary>The most maps of a phase.</summary>
    public const int MaxMaps = LakeMapSets.MaxMaps;

    /// <summary>Names the files and, in them, the experiment.</summary>
    public required string Experiment { get; init; }

    /// <summary>Where the memory keeps what it learns.</summary>
    public required string Workspace { get; init; }

    /// <summary>The service, as rows of summaries name it.</summary>
    public required Uri Url { get; init; }

    /// <summary>Where the files are.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether the service's flows are called that need no chat model there.</summary>
    public bool Simple { get; init; }

    /// <summary>Whether moves slip to either side in two cases of three.</summary>
    public bool Slippery
    {
        get => Rules.Slippery;
        init => Rules = new LakeRules(value);
    }

    /// <summary>Rows and columns of drawn maps.</summary>
    public int Size { get; init; } = 4;

    /// <summary>What maps and chance are drawn from.</summary>
    public int Seed { get; init; }

    /// <summary>Fresh maps to train on.</summary>
    public int TrainingMaps { get; init; } = 50;

    /// <summary>Runs of each training map.</summary>
    public int TrainingRuns { get; init; } = 4;

    /// <summary>Drawn maps to test on.</summary>
    public int TestMapCount { get; init; } = 100;

    /// <summary>Runs of each test map, in each test.</summary>
    public int TestRuns { get; init; } = 1;

    internal LakeRules Rules { get; init; } = new(Slippery: false);

    /// <summary>Test maps from a file; null: drawn from the seed.</summary>
    internal IReadOnlyList<LakeMap>? TestMaps { get; init; }

    /// <summary>Whether training runs over the test maps instead of fresh ones.</summary>
    public bool TrainOnTest { get; init; }

    /// <summary>Runs at a time.</summary>
    public int Workers { get; init; } = 4;

    /// <summary>Memories asked for.</summary>
    public int TopK { get; init; } = 3;

    /// <summary>The phases to run.</summary>
    public IReadOnlyList<LakePhase> Phases { get; init; } = LakePhases.All;

    /// <summary>Told what share of the runs and summaries is done.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>The same with test maps from a file, a JSON row a line, instead of drawn ones.</summary>
    /// <param name="reader">Reads the file.</param>
    /// <param name="file">What it is called.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="EvaluationDataException">A line is no map: which one, and why.</exception>
    public async Task<FrozenLakeOptions> WithMapsAsync(TextReader reader, string file, CancellationToken cancellationToken) =>
        this with { TestMaps = await LakeMapFile.ReadAsync(reader, file, cancellationToken) };

    /// <summary>Writes the test maps, a JSON row a line.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public Task WriteMapsAsync(TextWriter writer, CancellationToken cancellationToken) =>
        LakeMapFile.WriteAsync(writer, LakeMapSets.Test(this), cancellationToken);
}
