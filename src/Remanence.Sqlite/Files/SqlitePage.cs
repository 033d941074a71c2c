using System.Buffers.Binary;

namespace Remanence.Sqlite.Files;

/// <summary>
/// What lies unused within a page of a b-tree (sqlite.org/fileformat2.html, section 1.6). When SQLite moves rows from one page to another, it leaves copies of
/// them between the pointers and the cells of the old one, also with <c>secure_delete</c>, which overwrites what is deleted where it lies then. Nobody reads
/// these bytes, so they can be written at any time, in any order, and half.
/// </summary>
internal static class SqlitePage
{
    private const int FileHeaderBytes = 100;
    private const int FreeblockAt = 1;
    private const int CellsAt = 3;
    private const int ContentAt = 5;
    private const int LeafHeaderBytes = 8;
    private const int InteriorHeaderBytes = 12;
    private const int FreeblockHeaderBytes = 4;

    /// <summary>Overwrites what lies unused. Pages of other kinds, and such as cannot be understood, stay as they are.</summary>
    /// <param name="page">The page's bytes.</param>
    /// <param name="isFirst">Whether it is the file's first page, which begins with the file's header.</param>
    /// <param name="usable">How many of its bytes SQLite uses.</param>
    /// <returns>Whether any byte changed.</returns>
    public static bool Clean(Span<byte> page, bool isFirst, int usable)
    {
        var start = isFirst ? FileHeaderBytes : 0;
        var header = page[start..];
        var headerBytes = header[0] switch
        {
            2 or 5 => InteriorHeaderBytes,
            10 or 13 => LeafHeaderBytes,
            _ => 0,
        };
        if (headerBytes == 0)
        {
            return false;
        }

        var gap = start + headerBytes + (2 * BinaryPrimitives.ReadUInt16BigEndian(header[CellsAt..]));
        var content = (int)BinaryPrimitives.ReadUInt16BigEndian(header[ContentAt..]);
        content = content == 0 ? 65_536 : content;
        if (gap > content || content > usable)
        {
            return false;
        }

        return Clear(page[gap..content]) | CleanFreeblocks(page, BinaryPrimitives.ReadUInt16BigEndian(header[FreeblockAt..]), content, usable);
    }

    private static bool CleanFreeblocks(Span<byte> page, int first, int content, int usable)
    {
        var changed = false;
        for (var (at, least) = (first, content); at >= least && at + FreeblockHeaderBytes <= usable;)
        {
            var size = BinaryPrimitives.ReadUInt16BigEndian(page[(at + 2)..]);
            if (size < FreeblockHeaderBytes || at + size > usable)
            {
                break;
            }

            changed |= Clear(page.Slice(at + FreeblockHeaderBytes, size - FreeblockHeaderBytes));
            (at, least) = (BinaryPrimitives.ReadUInt16BigEndian(page[at..]), at + size);
        }

        return changed;
    }

    private static bool Clear(Span<byte> bytes)
    {
        if (!bytes.ContainsAnyExcept((byte)0))
        {
            return false;
        }

        bytes.Clear();
        return true;
    }
}
