using System.Text.Json;

namespace Remanence.Hosting;

/// <summary>What <c>backend=cmd</c> runs.</summary>
public sealed record CommandFlow
{
    /// <summary>The name of a flow, or an expression.</summary>
    public required string Flow { get; init; }

    /// <summary>What it is given.</summary>
    public IReadOnlyDictionary<string, JsonElement> Parameters { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}
