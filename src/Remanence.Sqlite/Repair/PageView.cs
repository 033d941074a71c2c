using System.Buffers.Binary;

namespace Remanence.Sqlite.Repair;

/// <summary>One page of a b-tree: what kind it is, and where its cells lie.</summary>
internal readonly ref struct PageView
{
    private readonly ReadOnlySpan<byte> _page;
    private readonly int _usable;
    private readonly int _start;

    private PageView(ReadOnlySpan<byte> page, int usable, int start, byte kind, int cells)
    {
        _page = page;
        (_usable, _start, Kind, Cells) = (usable, start, kind, cells);
    }

    public int Cells { get; }

    /// <summary>Whether it holds rows of a table.</summary>
    public bool IsTableLeaf => Kind == 13;

    /// <summary>Whether it leads to other pages of a table.</summary>
    public bool IsTableInterior => Kind == 5;

    /// <summary>Whether it holds entries of an index, or rows of a table that is its own index.</summary>
    public bool IsIndex => Kind is 2 or 10;

    public bool IsInterior => Kind is 2 or 5;

    /// <summary>The page to the right of all its cells.</summary>
    public uint RightChild => BinaryPrimitives.ReadUInt32BigEndian(_page[(_start + 8)..]);

    private byte Kind { get; }

    private int FirstPointer => _start + (IsInterior ? 12 : 8);

    /// <summary>Looks at a page; one that is free, part of a long row, or lost, has no head that holds together.</summary>
    public static bool TryRead(ReadOnlySpan<byte> page, uint number, int usable, out PageView view)
    {
        var start = number == 1 ? DamagedFile.HeaderBytes : 0;
        var kind = page[start];
        var cells = BinaryPrimitives.ReadUInt16BigEndian(page[(start + 3)..]);
        var content = BinaryPrimitives.ReadUInt16BigEndian(page[(start + 5)..]) is var told and > 0 ? told : 65_536;
        view = new PageView(page, usable, start, kind, cells);
        return kind is 2 or 5 or 10 or 13
            && view.FirstPointer + (2 * cells) <= Math.Min(content, usable)
            && content <= Math.Max(usable, cells == 0 ? 65_536 : 0);
    }

    /// <summary>Where a cell begins; 0: nowhere that a cell can be.</summary>
    public int Cell(int index)
    {
        var at = BinaryPrimitives.ReadUInt16BigEndian(_page[(FirstPointer + (2 * index))..]);
        return at >= FirstPointer + (2 * Cells) && at + 4 <= _usable ? at : 0;
    }

    /// <summary>The page to the left of a cell; 0: none.</summary>
    public uint Child(int index) => Cell(index) is var at and > 0 ? BinaryPrimitives.ReadUInt32BigEndian(_page[at..]) : 0;
}
