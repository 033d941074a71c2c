using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Remanence.Models.BuiltIn;

/// <summary>
/// A static embedding table: token → int8 row with a float scale. The weight of a token is the length of its vector. The format is
/// described in <c>eng/embedder/README.md</c>. Thread-safe; the rows are not copied out of the memory given.
/// </summary>
internal sealed unsafe class EmbeddingTable
{
    public const int MaxDimensions = 256;
    private const string ResourceName = "Remanence.Models.BuiltIn.remanence-embedder.bin";
    private static readonly Lazy<EmbeddingTable> BuiltIn = new(LoadBuiltIn);
    private readonly Dictionary<string, int> _tokens;
    private readonly float[] _scales;
    private readonly byte[]? _owned;
    private readonly sbyte* _rows;

    private EmbeddingTable(byte* data, long length, byte[]? owned)
    {
        var all = new ReadOnlySpan<byte>(data, checked((int)length));
        if (all.Length < 20 || !all[..4].SequenceEqual("RMNE"u8) || BinaryPrimitives.ReadUInt32LittleEndian(all[4..]) != 1)
        {
            throw new InvalidDataException("The embedding table is not one: it must begin with RMNE and version 1.");
        }

        Dimensions = (int)BinaryPrimitives.ReadUInt32LittleEndian(all[8..]);
        var count = (int)BinaryPrimitives.ReadUInt32LittleEndian(all[12..]);
        var vocabularyLength = (int)BinaryPrimitives.ReadUInt32LittleEndian(all[16..]);
        var scalesAt = Align(20 + vocabularyLength);
        var rowsAt = Align(scalesAt + (count * sizeof(float)));
        if (Dimensions is < 1 or > MaxDimensions || all.Length < rowsAt + ((long)count * Dimensions))
        {
            throw new InvalidDataException($"The embedding table is cut off or wrong: {Dimensions} dimensions, {count} tokens, {all.Length} bytes.");
        }

        _owned = owned;
        _rows = (sbyte*)(data + rowsAt);
        _scales = new float[count];
        for (var i = 0; i < count; i++)
        {
            _scales[i] = BinaryPrimitives.ReadSingleLittleEndian(all[(scalesAt + (i * sizeof(float)))..]);
        }

        _tokens = ReadTokens(all.Slice(20, vocabularyLength), count);
        Tokens = _tokens.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Dimensions { get; }

    public int Count => _scales.Length;

    /// <summary>Token → row.</summary>
    public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Tokens { get; }

    /// <summary>The table that ships with Remanence.</summary>
    public static EmbeddingTable Shared => BuiltIn.Value;

    /// <summary>SHA-256 of the shipped table, for doctors.</summary>
    public static string SharedHash()
    {
        using var stream = OpenResource();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    public static EmbeddingTable Load(string path)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(checked((int)new FileInfo(path).Length), pinned: true);
        using (var stream = File.OpenRead(path))
        {
            stream.ReadExactly(bytes);
        }

        fixed (byte* data = bytes)
        {
            return new EmbeddingTable(data, bytes.Length, bytes);
        }
    }

    public float Scale(int token) => _scales[token];

    public ReadOnlySpan<sbyte> Row(int token)
    {
        GC.KeepAlive(_owned);
        return new ReadOnlySpan<sbyte>(_rows + ((long)token * Dimensions), Dimensions);
    }

    // The resource lies in the mapped assembly, so that its rows cost no memory until they are used.
    private static EmbeddingTable LoadBuiltIn()
    {
        var stream = OpenResource();
        return new EmbeddingTable(stream.PositionPointer, stream.Length, owned: null);
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The caller owns the stream; the mapping lives as long as the assembly.")]
    private static UnmanagedMemoryStream OpenResource() =>
        (UnmanagedMemoryStream)(typeof(EmbeddingTable).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The assembly was built without its resource {ResourceName}."));

    private static Dictionary<string, int> ReadTokens(ReadOnlySpan<byte> vocabulary, int count)
    {
        var tokens = new Dictionary<string, int>(count, StringComparer.Ordinal);
        foreach (var range in vocabulary.Split((byte)'\n'))
        {
            tokens.TryAdd(Encoding.UTF8.GetString(vocabulary[range]), tokens.Count);
        }

        return tokens.Count == count
            ? tokens
            : throw new InvalidDataException($"The embedding table names {tokens.Count} distinct tokens for {count} rows.");
    }

    private static int Align(int offset) => (offset + 63) & ~63;
}
