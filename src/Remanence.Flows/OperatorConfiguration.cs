using System.Text.Json;

namespace Remanence.Flows;

/// <summary>
/// How one operator of the flows is set up: an entry below <c>op</c>. A name in an expression without an entry stands for the operator of that name as it
/// comes.
/// </summary>
public sealed record OperatorConfiguration
{
    /// <summary>The name by which expressions call it.</summary>
    public required string Name { get; init; }

    /// <summary>The registered operator behind the name; null: the one of the same name.</summary>
    public string? Backend { get; init; }

    /// <summary>The language of its prompts: en, zh, or null to follow the input.</summary>
    public string? Language { get; init; }

    /// <summary>Attempts in all. Default 1.</summary>
    public int MaxAttempts { get; init; } = 1;

    /// <summary>
    /// Whether its failure, after the last attempt, fails the flow; otherwise it is logged and the flow goes on without what it would have written. Default
    /// true.
    /// </summary>
    public bool RaiseException { get; init; } = true;

    /// <summary>The longest that one attempt may take; null: no limit of its own.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>A file whose prompts replace its own.</summary>
    public string? PromptPath { get; init; }

    /// <summary>The chat profile that it uses, the name below <c>llm</c>. Default <c>default</c>.</summary>
    public string Llm { get; init; } = "default";

    /// <summary>The embedder that it uses, the name below <c>embedding_model</c>. Default <c>default</c>.</summary>
    public string EmbeddingModel { get; init; } = "default";

    /// <summary>The store that it uses, the name below <c>vector_store</c>. Default <c>default</c>.</summary>
    public string VectorStore { get; init; } = "default";

    /// <summary>Its tunables by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Parameters { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>Where it is written, for errors; a parameter's own place is under its name in <see cref="ParameterOrigins"/>.</summary>
    public string? Origin { get; init; }

    /// <summary>Where each parameter is written.</summary>
    public IReadOnlyDictionary<string, string> ParameterOrigins { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
