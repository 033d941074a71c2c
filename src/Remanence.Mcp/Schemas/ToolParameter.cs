using System.Text.Json;

namespace Remanence.Mcp.Schemas;

/// <summary>One parameter of a tool: what its schema says is what calls are held to.</summary>
internal sealed record ToolParameter(string Name, ParameterType Type, string Description)
{
    public bool Required { get; init; }

    /// <summary>What leaving it out means, where null is refused because it may stand for a name that a program did not have; null: null is as good.</summary>
    public string? WithoutIt { get; init; }

    /// <summary>The longest text, in UTF-16 units.</summary>
    public int MaxLength { get; init; } = Services.ServiceLimits.MaxIdLength;

    /// <summary>The smallest number.</summary>
    public int? Min { get; init; }

    /// <summary>The largest number, or the most items.</summary>
    public int? Max { get; init; }

    /// <summary>The only texts it may have; null: any.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>What holds without it, as JSON; null: nothing in particular.</summary>
    public string? Default { get; init; }

    /// <summary>The members of each item of <see cref="ParameterType.Objects"/>, or of <see cref="ParameterType.Object"/> when it is not free.</summary>
    public IReadOnlyList<ToolParameter>? Members { get; init; }

    public static bool IsAbsent(JsonElement value) => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;
}
