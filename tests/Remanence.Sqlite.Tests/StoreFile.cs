using System.Buffers.Binary;
using Remanence.Sqlite.Database;

namespace Remanence.Sqlite.Tests;

/// <summary>The pages of a store's file, to be damaged.</summary>
internal sealed class StoreFile(byte[] bytes, IReadOnlyDictionary<string, int> roots)
{
    public const int PageSize = 4096;

    public byte[] Bytes { get; private set; } = bytes;

    public int Pages => Bytes.Length / PageSize;

    public static StoreFile Read(string path)
    {
        var roots = new Dictionary<string, int>(StringComparer.Ordinal);
        using (var database = SqliteDatabase.Open(path, readOnly: true, TimeSpan.Zero))
        using (var row = database.Prepare("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0"))
        {
            while (row.Step())
            {
                roots.Add(row.Text(0), (int)row.Long(1));
            }
        }

        return new StoreFile(File.ReadAllBytes(path), roots);
    }

    public Span<byte> Page(int number) => Bytes.AsSpan((number - 1) * PageSize, PageSize);

    public int Root(string name) => roots[name];

    /// <summary>The leaves of a table or an index, from left to right.</summary>
    public IReadOnlyList<int> Leaves(string name)
    {
        var leaves = new List<int>();
        Walk(Root(name), leaves);
        return leaves;
    }

    /// <summary>The first page of a row's overflow in one of a table's leaves.</summary>
    public int Overflow(string table)
    {
        foreach (var leaf in Leaves(table))
        {
            var page = Page(leaf);
            for (var cell = 0; cell < BinaryPrimitives.ReadUInt16BigEndian(page[3..]); cell++)
            {
                var at = BinaryPrimitives.ReadUInt16BigEndian(page[(8 + (2 * cell))..]);
                var (payload, size) = Varint(page[at..]);
                var (_, more) = Varint(page[(at + size)..]);
                if (payload > PageSize - 35)
                {
                    var least = ((PageSize - 12) * 32 / 255) - 23;
                    var local = least + (int)((payload - least) % (PageSize - 4));
                    local = local <= PageSize - 35 ? local : least;
                    return (int)BinaryPrimitives.ReadUInt32BigEndian(page[(at + size + more + local)..]);
                }
            }
        }

        throw new InvalidOperationException("No row overflows.");
    }

    public void Swap(int a, int b)
    {
        var kept = Page(a).ToArray();
        Page(b).CopyTo(Page(a));
        kept.CopyTo(Page(b));
    }

    public void Truncate(int pages) => Bytes = Bytes[..(pages * PageSize)];

    private static (long Value, int Size) Varint(ReadOnlySpan<byte> bytes)
    {
        long value = 0;
        for (var i = 0; i < 8; i++)
        {
            value = (value << 7) | (uint)(bytes[i] & 0x7f);
            if (bytes[i] < 0x80)
            {
                return (value, i + 1);
            }
        }

        return ((value << 8) | bytes[8], 9);
    }

    private void Walk(int number, List<int> leaves)
    {
        var page = Page(number);
        if (page[0] is 10 or 13)
        {
            leaves.Add(number);
            return;
        }

        for (var cell = 0; cell < BinaryPrimitives.ReadUInt16BigEndian(page[3..]); cell++)
        {
            Walk((int)BinaryPrimitives.ReadUInt32BigEndian(page[BinaryPrimitives.ReadUInt16BigEndian(page[(12 + (2 * cell))..])..]), leaves);
        }

        Walk((int)BinaryPrimitives.ReadUInt32BigEndian(page[8..]), leaves);
    }
}
