namespace Remanence.Evaluation.FrozenLake.Experiment;

/// <summary>What a run was played on, as rows hold it.</summary>
internal sealed record MapConfig
{
    public required IReadOnlyList<string> MapDesc { get; init; }

    public required string MapId { get; init; }

    public required bool IsSlippery { get; init; }

    public required int MapSize { get; init; }

    public required bool UseTaskMemory { get; init; }
}
