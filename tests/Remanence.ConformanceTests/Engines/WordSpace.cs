using Microsoft.Extensions.AI;

namespace Remanence.ConformanceTests.Engines;

/// <summary>A space in which each word is an axis of its own, and words of one meaning share theirs, which the built-in embedder does not know.</summary>
internal sealed class WordSpace : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int Dimensions = 256;
    private static readonly string[] Ships = ["skiff", "ship", "vessel"];

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(VectorOf(text)))));

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static float[] VectorOf(string text)
    {
        var vector = new float[Dimensions];
        foreach (var word in text.ToLowerInvariant().Split([' ', '.', '?'], StringSplitOptions.RemoveEmptyEntries))
        {
            vector[Ships.Contains(word, StringComparer.Ordinal) ? 0 : 1 + (word.Aggregate(17, (hash, letter) => (hash * 31) + letter) & 127)] += 1;
        }

        return vector;
    }
}
