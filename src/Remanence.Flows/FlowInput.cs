namespace Remanence.Flows;

/// <summary>One field of a flow's <c>input_schema</c>.</summary>
public sealed record FlowInput
{
    /// <summary>The field's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its type: string, array, integer, number, boolean or object.</summary>
    public required string Type { get; init; }

    /// <summary>What it is for.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>Whether a call without it is refused; otherwise it is null when not given.</summary>
    public bool Required { get; init; }

    /// <summary>The values that callers are told of; null: any.</summary>
    public IReadOnlyList<string>? Values { get; init; }
}
