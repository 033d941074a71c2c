using System.ComponentModel;

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
