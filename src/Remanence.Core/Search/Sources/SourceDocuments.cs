using Remanence.Embeddings;

namespace Remanence.Search.Sources;

/// <summary>Memories as a source gets them.</summary>
internal static class SourceDocuments
{
    public static SourceDocument Of(AnalyzedMemory analyzed, IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (term, count) in analyzed.Terms.SelectMany(passage => passage.Terms))
        {
            counts[term] = counts.GetValueOrDefault(term) + count;
        }

        return new SourceDocument
        {
            Memory = analyzed.Memory,
            Text = MemoryAnalyzer.SearchText(analyzed.Memory),
            Terms = [.. counts.Select(term => new WeightedTerm(term.Key, term.Value))],
            Vectors = vectors,
        };
    }

    /// <summary>The passages' vectors in the built-in space, without those that have no direction.</summary>
    public static IReadOnlyList<ReadOnlyMemory<float>> BuiltIn(AnalyzedMemory analyzed)
    {
        var dimensions = analyzed.Vectors.Length / analyzed.Terms.Length;
        return
        [
            .. Enumerable.Range(0, analyzed.Terms.Length).Select(passage => (ReadOnlyMemory<float>)analyzed.Vectors.AsMemory(passage * dimensions, dimensions))
                .Where(vector => vector.Span.ContainsAnyExcept(0f)),
        ];
    }

    public static IReadOnlyList<ReadOnlyMemory<float>> External(IReadOnlyList<QuantizedVector> passages) =>
        [.. passages.Where(passage => passage.Scale > 0).Select(passage => (ReadOnlyMemory<float>)Floats(passage))];

    private static float[] Floats(QuantizedVector vector)
    {
        var floats = new float[vector.Values.Length];
        for (var i = 0; i < floats.Length; i++)
        {
            floats[i] = vector.Values[i] * vector.Scale;
        }

        return floats;
    }
}
