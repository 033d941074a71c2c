namespace Remanence.Flows;

/// <summary>A flow as it is written: an entry below <c>flow</c>.</summary>
public sealed record FlowDefinition
{
    /// <summary>Its name, also that of its endpoint and tool.</summary>
    public required string Name { get; init; }

    /// <summary>The expression, <c>a &gt;&gt; (b | c) &gt;&gt; d</c>.</summary>
    public required string Expression { get; init; }

    /// <summary>What it does, for those who call it.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>What it takes besides what every flow takes.</summary>
    public IReadOnlyList<FlowInput> Inputs { get; init; } = [];

    /// <summary>Whether it answers as a stream.</summary>
    public bool Stream { get; init; }

    /// <summary>Whether it is Remanence's own work and not for callers: surfaces do not offer it.</summary>
    public bool Internal { get; init; }

    /// <summary>Where it is written, for errors: <c>remanence.yaml line 12</c>.</summary>
    public string? Origin { get; init; }
}
