using System.Globalization;
using Microsoft.Extensions.AI;

namespace Remanence.Embeddings;

/// <summary>
/// An embedder outside this process, under a name that settings know, with what tells its vectors from another's. Thread-safe as far as its generator is; the
/// generator stays its maker's to dispose, and is expected to throw <see cref="Models.ModelException"/> when the endpoint fails.
/// </summary>
public sealed class ExternalEmbedder
{
    /// <summary>Describes an embedder.</summary>
    /// <param name="name">The name that settings know it by.</param>
    /// <param name="model">The model's name.</param>
    /// <param name="generator">Makes the vectors; they need not have unit length.</param>
    /// <param name="parameters">Every parameter that changes the vectors, besides <paramref name="dimensions"/>.</param>
    /// <param name="dimensions">How many numbers a vector has, when that is known beforehand; null: as the endpoint answers.</param>
    public ExternalEmbedder(
        string name,
        string model,
        IEmbeddingGenerator<string, Embedding<float>> generator,
        IReadOnlyDictionary<string, string>? parameters = null,
        int? dimensions = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(model);
        ArgumentNullException.ThrowIfNull(generator);
        if (dimensions is < 1 or > EmbeddingSpace.MaxDimensions)
        {
            throw new ArgumentOutOfRangeException(nameof(dimensions), $"dimensions is {dimensions}; use 1 to {EmbeddingSpace.MaxDimensions}.");
        }

        Name = name;
        Model = model;
        Generator = generator;
        Dimensions = dimensions;
        var parts = (parameters ?? new Dictionary<string, string>(StringComparer.Ordinal)).OrderBy(pair => pair.Key, StringComparer.Ordinal);
        Hash = Identifiers.From([
            "embedder",
            model,
            dimensions?.ToString(CultureInfo.InvariantCulture),
            .. parts.SelectMany(pair => (string[])[pair.Key, pair.Value]),
        ]);
    }

    /// <summary>The name that settings know it by.</summary>
    public string Name { get; }

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>How many numbers a vector has, when that is known beforehand.</summary>
    public int? Dimensions { get; }

    /// <summary>A digest of the model and its parameters.</summary>
    public string Hash { get; }

    /// <summary>Put before every question (E5's <c>query: </c> and the like). Default: nothing.</summary>
    public string QueryPrefix { get; init; } = "";

    /// <summary>Put before every passage; when it changes the vectors, name it among the parameters too. Default: nothing.</summary>
    public string PassagePrefix { get; init; } = "";

    internal IEmbeddingGenerator<string, Embedding<float>> Generator { get; }

    /// <summary>How its last call ended, where that was no answer; null after one.</summary>
    internal string? LastFailure { get; set; }

    /// <summary>Whether the space's vectors are its own.</summary>
    internal bool Writes(EmbeddingSpace space) => space.Hash == Hash && (Dimensions is null || Dimensions == space.Dimensions);

    internal EmbeddingSpace SpaceOf(int dimensions) => new(Model, dimensions, Hash);
}
