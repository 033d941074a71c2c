using System.Buffers.Binary;

namespace Remanence.Sqlite.Files;

/// <summary>
/// The write-ahead log as it lies on the disk (sqlite.org/fileformat2.html, section 4): a header of 32 bytes, and frames of 24 bytes and a page each. Only
/// frames with the header's salts are of this round of the log; what stands behind them is of an earlier one.
/// </summary>
internal static class SqliteLog
{
    private const uint Magic = 0x377f0682;

    // A change of some memories fits in.
    private const int KeptBytes = 256 << 10;
    private const int HeaderBytes = 32;
    private const int FrameHeaderBytes = 24;
    private const int PageSizeAt = 8;
    private const int HeaderSaltsAt = 16;
    private const int FrameSaltsAt = 8;
    private const int SaltBytes = 8;

    /// <summary>The pages that the log has images of, each once.</summary>
    public static IReadOnlySet<uint> Pages(string path)
    {
        var pages = new HashSet<uint>();
        var log = new FileInfo(path + "-wal");
        if (log is not { Exists: true, Length: > HeaderBytes })
        {
            return pages;
        }

        using var file = File.OpenHandle(log.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> header = stackalloc byte[HeaderBytes];
        Span<byte> frame = stackalloc byte[FrameHeaderBytes];
        if (RandomAccess.Read(file, header, 0) < HeaderBytes || (BinaryPrimitives.ReadUInt32BigEndian(header) & ~1u) != Magic)
        {
            return pages;
        }

        var step = FrameHeaderBytes + BinaryPrimitives.ReadUInt32BigEndian(header[PageSizeAt..]);
        var salts = header.Slice(HeaderSaltsAt, SaltBytes);
        for (
            long at = HeaderBytes;
            RandomAccess.Read(file, frame, at) == FrameHeaderBytes && frame.Slice(FrameSaltsAt, SaltBytes).SequenceEqual(salts);
            at += step)
        {
            pages.Add(BinaryPrimitives.ReadUInt32BigEndian(frame));
        }

        return pages;
    }

    /// <summary>
    /// Gives an empty log some length, which SQLite writes over: on a full disk a change that needs no new pages finds room in it. Where there is none, it
    /// stays empty. For the writer's thread.
    /// </summary>
    public static void Lengthen(string path)
    {
        try
        {
            using var file = File.OpenHandle(path + "-wal", FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            if (RandomAccess.GetLength(file) == 0)
            {
                RandomAccess.Write(file, new byte[KeptBytes], fileOffset: 0);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }
}
