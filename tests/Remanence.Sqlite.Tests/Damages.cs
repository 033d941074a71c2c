using System.Buffers.Binary;

namespace Remanence.Sqlite.Tests;

/// <summary>Ways in which a file comes to harm.</summary>
internal static class Damages
{
    private static readonly Dictionary<string, Action<StoreFile>> All = new(StringComparer.Ordinal)
    {
        ["the header is zeroed"] = file => file.Page(1)[..100].Clear(),
        ["the header's page count is wrong"] = file => BinaryPrimitives.WriteUInt32BigEndian(file.Page(1)[28..], 1_000_000),
        ["the first page is noise"] = file => Noise(file.Page(1)),
        ["the first page is zeroed"] = file => file.Page(1).Clear(),
        ["the freelist names a page in use"] = file =>
        {
            var trunk = (int)BinaryPrimitives.ReadUInt32BigEndian(file.Page(1)[32..]);
            BinaryPrimitives.WriteUInt32BigEndian(file.Page(trunk)[8..], (uint)file.Leaves("memories")[1]);
        },
        ["the freelist leads nowhere"] = file => BinaryPrimitives.WriteUInt32BigEndian(file.Page(1)[32..], 900_000),
        ["a table's root is noise"] = file => Noise(file.Page(file.Root("memories"))),
        ["a table's root is zeroed"] = file => file.Page(file.Root("memories")).Clear(),
        ["a table's leaf is noise"] = file => Noise(file.Page(file.Leaves("memories")[3])),
        ["a table's leaf is zeroed"] = file => file.Page(file.Leaves("memories")[3]).Clear(),
        ["a leaf has half a page of another"] = file => file.Page(file.Leaves("history")[2])[2048..].CopyTo(file.Page(file.Leaves("memories")[3])[2048..]),
        ["an index's leaf is zeroed"] = file => file.Page(file.Leaves("memories_by_id")[1]).Clear(),
        ["an index's root is noise"] = file => Noise(file.Page(file.Root("memories_by_id"))),
        ["two leaves of an index changed places"] = file => file.Swap(file.Leaves("memories_by_id")[0], file.Leaves("memories_by_id")[1]),
        ["two leaves of a table changed places"] = file => file.Swap(file.Leaves("memories")[1], file.Leaves("memories")[2]),
        ["leaves of two tables changed places"] = file => file.Swap(file.Leaves("memories")[1], file.Leaves("history")[1]),
        ["an overflow page is noise"] = file => Noise(file.Page(file.Overflow("memories"))),
        ["an overflow page is zeroed"] = file => file.Page(file.Overflow("memories")).Clear(),
        ["the file is cut"] = file => file.Truncate(file.Pages * 3 / 4),
        ["the file is cut in a page"] = file => file.Truncate(file.Pages / 2),
    };

    public static TheoryData<string> Names() => [.. All.Keys];

    public static void Inflict(string name, StoreFile file) => All[name](file);

    private static void Noise(Span<byte> bytes) => new Random(7).NextBytes(bytes);
}
