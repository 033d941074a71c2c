using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Remanence.Models.BuiltIn;

/// <summary>
/// The built-in embedder: the sum of a text's token vectors, normalised. <c>float[d]</c>, unit length, or all zero for a text without a
/// known token. Microseconds a text; thread-safe.
/// </summary>
public sealed class StaticEmbedder
{
    [ThreadStatic]
    private static List<int>? _threadTokens;

    private readonly EmbeddingTable _table;
    private readonly WordPiece _wordPiece;

    internal StaticEmbedder(EmbeddingTable table)
    {
        _table = table;
        _wordPiece = new WordPiece(table);
    }

    /// <summary>With the table that ships.</summary>
    public static StaticEmbedder Shared { get; } = new(EmbeddingTable.Shared);

    /// <summary>With a table that <c>eng/embedder</c> made.</summary>
    /// <param name="path">The table's file.</param>
    /// <exception cref="InvalidDataException">It is no such table.</exception>
    public static StaticEmbedder Load(string path) => new(EmbeddingTable.Load(path));

    /// <summary>What the table that ships is, for doctors: tokens, dimensions and SHA-256.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static string Describe() =>
        $"{EmbeddingTable.Shared.Count} tokens, {EmbeddingTable.Shared.Dimensions} dimensions, SHA-256 {EmbeddingTable.SharedHash()}";

    /// <summary>The length of its vectors.</summary>
    public int Dimensions => _table.Dimensions;

    /// <summary>Writes the text's vector.</summary>
    /// <param name="text">The text.</param>
    /// <param name="vector">Receives <see cref="Dimensions"/> numbers.</param>
    public void Embed(ReadOnlySpan<char> text, Span<float> vector)
    {
        vector.Clear();
        var tokens = _threadTokens ??= [];
        tokens.Clear();
        _wordPiece.Tokenize(text, tokens);
        foreach (var token in CollectionsMarshal.AsSpan(tokens))
        {
            AddScaled(_table.Row(token), _table.Scale(token), vector);
        }

        var norm = TensorPrimitives.Norm(vector);
        if (norm > 1e-12f)
        {
            TensorPrimitives.Divide(vector, norm, vector);
        }

        // A pasted book must not pin its token list to the thread.
        if (tokens.Capacity > 65_536)
        {
            _threadTokens = null;
        }
    }

    private static void AddScaled(ReadOnlySpan<sbyte> row, float scale, Span<float> sum)
    {
        var i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            ref var source = ref MemoryMarshal.GetReference(row);
            ref var target = ref MemoryMarshal.GetReference(sum);
            var factor = Vector128.Create(scale);
            for (; i <= row.Length - Vector128<sbyte>.Count; i += Vector128<sbyte>.Count)
            {
                var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref source, (nuint)i));
                Add(low, factor, ref target, i);
                Add(high, factor, ref target, i + 8);
            }
        }

        for (; i < row.Length; i++)
        {
            sum[i] += scale * row[i];
        }
    }

    private static void Add(Vector128<short> part, Vector128<float> factor, ref float target, int at)
    {
        var (low, high) = Vector128.Widen(part);
        (Vector128.LoadUnsafe(ref target, (nuint)at) + (Vector128.ConvertToSingle(low) * factor)).StoreUnsafe(ref target, (nuint)at);
        (Vector128.LoadUnsafe(ref target, (nuint)(at + 4)) + (Vector128.ConvertToSingle(high) * factor)).StoreUnsafe(ref target, (nuint)(at + 4));
    }
}
