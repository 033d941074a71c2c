using Remanence.Evaluation.Statistics;

namespace Remanence.Evaluation.FrozenLake.Experiment;

/// <summary>What an experiment measured.</summary>
internal sealed record FrozenLakeReport
{
    public required string Experiment { get; init; }

    public required string Player { get; init; }

    public required string PlayerDescription { get; init; }

    public required string Url { get; init; }

    public required string Workspace { get; init; }

    public required int MapSize { get; init; }

    public required bool IsSlippery { get; init; }

    public required int Seed { get; init; }

    /// <summary>Which maps training ran over.</summary>
    public required string TrainedOn { get; init; }

    /// <summary>Test maps that are training maps too.</summary>
    public required int SharedMaps { get; init; }

    /// <summary>Memories that the service made of the training runs; null where there was no training.</summary>
    public int? MemoriesMade { get; init; }

    public required IReadOnlyList<PhaseReport> Phases { get; init; }

    /// <summary>Solved with memory, less solved without, over the same maps with the same chance; null unless both tests ran.</summary>
    public Estimate? Difference { get; init; }

    /// <summary>The same over the test maps that are no training maps; null where there are none.</summary>
    public Estimate? DifferenceOnNewMaps { get; init; }
}
