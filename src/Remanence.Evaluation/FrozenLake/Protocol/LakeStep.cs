using System.Text.Json.Serialization;

namespace Remanence.Evaluation.FrozenLake.Protocol;

/// <summary>One move of a run, as result files hold it. Cells are numbered row by row from 0.</summary>
internal sealed record LakeStep
{
    /// <summary>Counted from 1.</summary>
    public required int Step { get; init; }

    /// <summary>The cell before.</summary>
    public required int State { get; init; }

    /// <summary>The move that was made: the player's, or a random one where the reply named none.</summary>
    public required int Action { get; init; }

    public required string ActionName { get; init; }

    public required double Reward { get; init; }

    /// <summary>The cell after.</summary>
    public required int NextState { get; init; }

    /// <summary>Whether the goal or a hole was reached.</summary>
    public required bool Done { get; init; }

    /// <summary>What the player said.</summary>
    [JsonPropertyName("llm_response")]
    public required string Reply { get; init; }
}
