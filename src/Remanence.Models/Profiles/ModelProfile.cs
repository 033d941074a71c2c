using System.Text.Json;

namespace Remanence.Models.Profiles;

/// <summary>
/// How one named model is reached and asked: an entry below <c>llm</c>, <c>embedding_model</c>, <c>rerank_model</c> or <c>speech_model</c>. Immutable.
/// </summary>
public sealed record ModelProfile
{
    /// <summary>Its whole name, such as <c>llm.default</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is a chat model, an entry below <c>llm</c>.</summary>
    public bool IsChat => ProfileKinds.Split(Name)?.Kind == ProfileKinds.Chat;

    /// <summary>Whether it is an embedder, an entry below <c>embedding_model</c>.</summary>
    public bool IsEmbedder => ProfileKinds.Split(Name)?.Kind == ProfileKinds.Embeddings;

    /// <summary>Which <see cref="ModelProvider"/> serves it.</summary>
    public required string Backend { get; init; }

    /// <summary>The model's name at the endpoint.</summary>
    public required string Model { get; init; }

    /// <summary>The endpoint, version included where it has one (<c>http://127.0.0.1:11434/v1</c>); null: the backend's own.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>The key; null where none is needed. Never logged or shown.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The longest that one attempt may take, and the longest silence within a stream. Default 60 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest that a call may take with all its attempts and waits. Default 180 s.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>Attempts after the first. Default 4.</summary>
    public int MaxRetries { get; init; } = 4;

    /// <summary>Calls at a time to this endpoint. Default 8.</summary>
    public int MaxConcurrency { get; init; } = 8;

    /// <summary>The price of a million tokens read, in the currency of the budgets; null: not known.</summary>
    public decimal? InputPrice { get; init; }

    /// <summary>The price of a million tokens written.</summary>
    public decimal? OutputPrice { get; init; }

    /// <summary>
    /// What else goes with each request (<c>temperature</c>, <c>seed</c>, <c>dimensions</c>, <c>max_batch_size</c>, …), by its name in the file.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement> Parameters { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>
    /// Where it is written, for errors: <c>remanence.yaml line 12</c>; a parameter's own place is under its name in <see cref="ParameterOrigins"/>.
    /// </summary>
    public string? Origin { get; init; }

    /// <summary>Where each parameter is written.</summary>
    public IReadOnlyDictionary<string, string> ParameterOrigins { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The name alone: a key must not come into a log with its profile.</summary>
    public override string ToString() => Name;
}
