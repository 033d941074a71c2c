using System.Buffers.Binary;

namespace Remanence.Sqlite.Repair;

/// <summary>Reads the records of cells, with what of them lies on other pages.</summary>
internal sealed class CellReader(DamagedFile file)
{
    // Nothing that is stored is longer.
    private const long LongestRecord = 1 << 30;

    private readonly byte[] _overflow = new byte[file.PageSize];
    private readonly List<uint> _pages = [];

    /// <summary>The other pages of the record that was read last.</summary>
    public IReadOnlyList<uint> OverflowPages => _pages;

    /// <summary>Reads a cell of a table's leaf or of an index.</summary>
    /// <param name="page">The page.</param>
    /// <param name="view">The page, looked at.</param>
    /// <param name="index">The cell's place on it.</param>
    /// <param name="rowid">The row's number; 0 in an index.</param>
    /// <returns>The record; null: it cannot be read.</returns>
    public byte[]? Read(ReadOnlySpan<byte> page, PageView view, int index, out long rowid)
    {
        rowid = 0;
        _pages.Clear();
        var at = view.Cell(index);
        var bytes = page[..file.Usable];
        if (at == 0)
        {
            return null;
        }

        at += view.IsInterior ? 4 : 0;
        if (!Varint.TryRead(bytes, ref at, out var length) || (view.IsTableLeaf && !Varint.TryRead(bytes, ref at, out rowid))
            || length is <= 0 or > LongestRecord || length > (long)file.Pages * file.Usable)
        {
            return null;
        }

        var local = Local(length, view.IsTableLeaf);
        if (at + local + (local < length ? 4 : 0) > bytes.Length)
        {
            return null;
        }

        if (local == length)
        {
            return bytes.Slice(at, local).ToArray();
        }

        // Whether all of it is there is looked at before room for it is taken: a length that is noise is mostly a long one.
        return Follow(BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + local)..]), length - local) ? Join(bytes.Slice(at, local), length) : null;
    }

    // How much of a record lies in its cell (sqlite.org/fileformat2.html, section 1.6).
    private int Local(long length, bool inTable)
    {
        var most = inTable ? file.Usable - 35 : ((file.Usable - 12) * 64 / 255) - 23;
        if (length <= most)
        {
            return (int)length;
        }

        var least = ((file.Usable - 12) * 32 / 255) - 23;
        var local = least + (int)((length - least) % (file.Usable - 4));
        return local <= most ? local : least;
    }

    private bool Follow(uint next, long length)
    {
        var seen = new HashSet<uint>();
        for (; length > 0; length -= file.Usable - 4)
        {
            if (!seen.Add(next) || !file.TryRead(next, _overflow))
            {
                return false;
            }

            _pages.Add(next);
            next = BinaryPrimitives.ReadUInt32BigEndian(_overflow);
        }

        return next == 0;
    }

    private byte[]? Join(ReadOnlySpan<byte> local, long length)
    {
        var record = new byte[length];
        local.CopyTo(record);
        var at = local.Length;
        foreach (var number in _pages)
        {
            if (!file.TryRead(number, _overflow))
            {
                return null;
            }

            var size = (int)Math.Min(length - at, file.Usable - 4);
            _overflow.AsSpan(4, size).CopyTo(record.AsSpan(at));
            at += size;
        }

        return record;
    }
}
