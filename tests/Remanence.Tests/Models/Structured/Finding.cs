using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Remanence.Tests.Models.Structured;

/// <summary>What the tests ask models for.</summary>
internal sealed record Finding
{
    [Description("What was found.")]
    public required string Text { get; init; }

    public required double Confidence { get; init; }

    public int Count { get; init; }

    public bool Certain { get; init; }

    public FindingKind Kind { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? Note { get; init; }

    public IReadOnlyList<Finding> Parts { get; init; } = [];
}

[JsonConverter(typeof(JsonStringEnumConverter<FindingKind>))]
internal enum FindingKind
{
    Plain,
    Rare,
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Finding))]
[JsonSerializable(typeof(List<Finding>))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(string))]
internal sealed partial class FindingJson : JsonSerializerContext;
