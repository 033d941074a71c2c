using System.Runtime.InteropServices;
using Remanence.Embeddings;

namespace Remanence.Search.Vectors;

/// <summary>The vectors of an external space, by the rows of the documents. A document may have none yet, or none at all. Not thread-safe.</summary>
internal sealed class SpaceIndex(EmbeddingSpace space)
{
    private readonly List<int> _first = [];
    private readonly List<int> _counts = [];
    private int _gaps;

    public EmbeddingSpace Space => space;

    public Int8Rows Rows { get; } = new(space.Dimensions);

    /// <summary>The first of each document's rows; shorter than the documents where the last ones have none.</summary>
    public ReadOnlySpan<int> First => CollectionsMarshal.AsSpan(_first);

    /// <summary>How many rows each document has.</summary>
    public ReadOnlySpan<int> Counts => CollectionsMarshal.AsSpan(_counts);

    public long Bytes => (Rows.Count * (long)Rows.BytesPerRow) + (_first.Count * 8L);

    /// <summary>Whether so much was replaced that building anew pays.</summary>
    public bool HasManyGaps => _gaps > 1_000 && _gaps > Rows.Count / 3;

    public void Put(int document, IReadOnlyList<QuantizedVector> passages)
    {
        Clear(document);
        while (_first.Count <= document)
        {
            _first.Add(0);
            _counts.Add(0);
        }

        _first[document] = Rows.Count;
        foreach (var passage in passages)
        {
            // A text without a direction is as one that has no vector.
            if (passage.Scale > 0)
            {
                Rows.Add(passage);
                _counts[document]++;
            }
        }
    }

    public void Clear(int document)
    {
        if (document >= _first.Count)
        {
            return;
        }

        for (var row = _first[document]; row < _first[document] + _counts[document]; row++)
        {
            Rows.Clear(row);
        }

        _gaps += _counts[document];
        _counts[document] = 0;
    }
}
