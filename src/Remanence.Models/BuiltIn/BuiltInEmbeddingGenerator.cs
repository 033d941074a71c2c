using Microsoft.Extensions.AI;

namespace Remanence.Models.BuiltIn;

/// <summary>
/// The built-in embedder for whoever speaks Microsoft.Extensions.AI: English and Chinese in one space, <c>float[256]</c>, unit length, or all zero for a text
/// without a known token. No model, no download, microseconds a text; a large batch uses all cores. Thread-safe; disposing does nothing.
/// </summary>
public sealed class BuiltInEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int ParallelFrom = 64;
    private readonly EmbeddingGeneratorMetadata _metadata = new("remanence", defaultModelId: ModelId, defaultModelDimensions: StaticEmbedder.Shared.Dimensions);

    /// <summary>What embeddings made here call their model.</summary>
    public static string ModelId => "remanence-built-in";

    /// <inheritdoc/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (options?.Dimensions is { } dimensions && dimensions != StaticEmbedder.Shared.Dimensions)
        {
            throw new NotSupportedException($"The built-in embedder has {StaticEmbedder.Shared.Dimensions} dimensions, not {dimensions}.");
        }

        string[] texts = [.. values];
        var embeddings = new Embedding<float>[texts.Length];
        if (texts.Length < ParallelFrom)
        {
            for (var i = 0; i < texts.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                embeddings[i] = Embed(texts[i]);
            }
        }
        else
        {
            Parallel.For(0, texts.Length, new ParallelOptions { CancellationToken = cancellationToken }, i => embeddings[i] = Embed(texts[i]));
        }

        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(embeddings));
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held: the table belongs to the process.
    }

    private static Embedding<float> Embed(string text)
    {
        var vector = new float[StaticEmbedder.Shared.Dimensions];
        StaticEmbedder.Shared.Embed(text, vector);
        return new Embedding<float>(vector) { ModelId = ModelId };
    }
}
