using Microsoft.Extensions.AI;

namespace OwnProvider;

// Each three characters in a row count at the place that their hash names: texts that share pieces of words lie near each other.
public sealed class HashEmbedder(int dimensions) : IEmbeddingGenerator<string, Embedding<float>>
{
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(Embed(text)))));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType?.IsInstanceOfType(this) == true ? this : null;

    public void Dispose()
    {
        // There is no connection to close.
    }

    private float[] Embed(string text)
    {
        var (vector, padded) = (new float[dimensions], $" {text.ToLowerInvariant()} ");
        for (var i = 0; i + 3 <= padded.Length; i++)
        {
            // FNV-1a: string.GetHashCode is another in every process.
            var hash = padded.AsSpan(i, 3).ToArray().Aggregate(2166136261u, (sum, letter) => unchecked((sum ^ letter) * 16777619u));
            vector[hash % dimensions]++;
        }

        var length = MathF.Sqrt(vector.Sum(value => value * value));
        return length == 0 ? vector : [.. vector.Select(value => value / length)];
    }
}
