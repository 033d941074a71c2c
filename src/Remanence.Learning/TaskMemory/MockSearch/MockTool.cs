using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Remanence.TaskMemory.MockSearch;

/// <summary>A search tool that searches nothing. Models are only told of it; what it gives is thrown by <see cref="MockDice"/>.</summary>
internal sealed class MockTool(string name, string description, IReadOnlyList<double> chances) : AIFunctionDeclaration
{
    public override string Name => name;

    public override string Description => description;

    public override JsonElement JsonSchema { get; } = JsonElement.Parse("""
        {"type": "object", "properties": {"query": {"type": "string", "description": "What to search for."}}, "required": ["query"]}
        """);

    /// <summary>How likely it succeeds, and how likely what it then gives is relevant.</summary>
    public double ChanceAt(QueryComplexity complexity) => chances[(int)complexity];
}
