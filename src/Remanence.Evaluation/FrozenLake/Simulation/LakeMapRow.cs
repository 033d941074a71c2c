using System.Text.Json;
using System.Text.Json.Serialization;

namespace Remanence.Evaluation.FrozenLake.Simulation;

/// <summary>A line of a map file. The id is a text or a number; both are found.</summary>
internal sealed record LakeMapRow
{
    public required JsonElement MapId { get; init; }

    public long? Seed { get; init; }

    public int? MapSize { get; init; }

    [JsonRequired]
    public required IReadOnlyList<string> MapDesc { get; init; }
}
