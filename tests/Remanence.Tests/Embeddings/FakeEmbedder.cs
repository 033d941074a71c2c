using System.Collections.Concurrent;
using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Remanence.Embeddings;
using Remanence.Models;

namespace Remanence.Tests.Embeddings;

/// <summary>
/// A space of its own: a vector a word, drawn from the word and a seed, summed over the text. Words of one family ("boat", "ship") share their vector, so that
/// the space knows what the built-in one does not. It can be away, hang, refuse, and count.
/// </summary>
internal sealed class FakeEmbedder(int seed, int dimensions, float offset = 0) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly ConcurrentDictionary<string, float[]> _words = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Asked { get; } = [];

    public ConcurrentQueue<int> Calls { get; } = [];

    /// <summary>What each call meets, before it is answered.</summary>
    public Func<IReadOnlyList<string>, CancellationToken, Task>? Before { get; set; }

    public Dictionary<string, string> Families { get; } = new(StringComparer.Ordinal);

    public int Dimensions { get; set; } = dimensions;

    public static Task Away() => Task.FromException(new ModelException(ModelFailure.Unavailable, "The endpoint is away."));

    public ExternalEmbedder As(string name, string? model = null) => new(name, model ?? $"model-{seed}", this);

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        if (Before is { } before)
        {
            await before(texts, cancellationToken);
        }

        Calls.Enqueue(texts.Length);
        foreach (var text in texts)
        {
            Asked.Enqueue(text);
        }

        return new GeneratedEmbeddings<Embedding<float>>(texts.Select(text => new Embedding<float>(VectorOf(text))));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private float[] VectorOf(string text)
    {
        var sum = new float[Dimensions];
        foreach (var word in text.ToLowerInvariant().Split([' ', '.', ',', '?', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var vector = _words.GetOrAdd($"{Families.GetValueOrDefault(word, word)}/{Dimensions}", Draw);
            TensorPrimitives.Add(sum, vector, sum);
        }

        var norm = TensorPrimitives.Norm<float>(sum);
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] = (norm > 0 ? sum[i] / norm : 0) + (i == 0 ? offset : 0);
        }

        return sum;
    }

    private float[] Draw(string word)
    {
        var random = new Random(seed + word.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter)));
        return [.. Enumerable.Range(0, Dimensions).Select(_ => (float)((random.NextDouble() * 2) - 1))];
    }
}
