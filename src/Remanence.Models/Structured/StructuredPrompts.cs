using Remanence.Models.Prompts;

namespace Remanence.Models.Structured;

/// <summary>What structured output adds to a request.</summary>
internal static class StructuredPrompts
{
    private static readonly PromptLibrary Library = PromptLibrary.Embedded(
        typeof(StructuredPrompts).Assembly,
        "Remanence.Models.Structured.structured-output.yaml");

    public static Prompt Schema { get; } = Library.Get("schema", "schema");

    public static Prompt Repair { get; } = Library.Get("repair", "schema", "error");

    public static Prompt Empty { get; } = Library.Get("empty", "schema");
}
