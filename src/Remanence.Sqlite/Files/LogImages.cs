using System.Buffers.Binary;

namespace Remanence.Sqlite.Files;

/// <summary>
/// The newest images of pages in a write-ahead log. SQLite stops at the first frame that is damaged; each frame's checksum is reckoned from the one before it,
/// so that those after a damaged one can be told to be whole, too.
/// </summary>
internal sealed class LogImages
{
    private const int HeaderBytes = 32;
    private const int FrameHeaderBytes = 24;
    private const uint Magic = 0x377f0682;

    private readonly Dictionary<uint, long> _images = [];

    private LogImages()
    {
    }

    /// <summary>Whether changes that were acknowledged may be lost with the log: frames within it are damaged, or all of it cannot be understood.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>
    /// Whether changes that were acknowledged are lost for certain, unless it is repaired: whole transactions stand behind what is damaged. The last
    /// transaction alone may never have been acknowledged: a loss of power tears it anywhere, and the next is begun when it is on the disk.
    /// </summary>
    public bool LosesChanges { get; private set; }

    /// <summary>The size of a page; 0: the log tells none.</summary>
    public int PageSize { get; private init; }

    /// <summary>The highest page that there is an image of.</summary>
    public uint LastPage => _images.Count == 0 ? 0 : _images.Keys.Max();

    /// <summary>Where in the log a page's newest image lies.</summary>
    public bool TryFind(uint page, out long at) => _images.TryGetValue(page, out at);

    /// <summary>Reads the log beside a store's file that nobody has open.</summary>
    public static LogImages Beside(string path)
    {
        try
        {
            using var log = File.Exists(path + "-wal")
                ? new FileStream(path + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
                : null;
            return Read(log);
        }
        catch (IOException)
        {
            // Who opens the store tells of it.
            return new LogImages();
        }
    }

    public static LogImages Read(FileStream? log)
    {
        var header = new byte[HeaderBytes];
        if (log is null || log.Length <= HeaderBytes + FrameHeaderBytes)
        {
            return new LogImages();
        }

        log.Position = 0;
        log.ReadExactly(header);
        var magic = BinaryPrimitives.ReadUInt32BigEndian(header);
        var pageSize = (int)BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(8));
        var big = (magic & 1) == 1;
        var sum = new Checksum(big);
        sum.Add(header.AsSpan(0, 24));
        if ((magic & ~1U) != Magic || !PageSizes.IsOne(pageSize) || !sum.Equals(header.AsSpan(24)))
        {
            // Without its salts frames of this round cannot be told from those of earlier ones, which would bring back what was erased since.
            return header.AsSpan().ContainsAnyExcept((byte)0) || HoldsAnything(log)
                ? new LogImages { IsDamaged = true, LosesChanges = CountCommits(log, PageSizes.IsOne(pageSize) ? pageSize : PageSizes.Usual) > 1 }
                : new LogImages();
        }

        var images = new LogImages { PageSize = pageSize };
        images.ReadFrames(log, header, new Checksum(big));
        return images;
    }

    private void ReadFrames(FileStream log, byte[] header, Checksum sum)
    {
        var frame = new byte[FrameHeaderBytes + PageSize];
        var last = new byte[FrameHeaderBytes];
        header.AsSpan(24, 8).CopyTo(last.AsSpan(16));
        var pending = new List<(uint Page, long At)>();
        var (broken, behind) = (false, 0);
        for (long at = HeaderBytes; at + frame.Length <= log.Length; at += frame.Length)
        {
            log.Position = at;
            log.ReadExactly(frame);
            var follows = Fits(sum, frame, last);
            frame.AsSpan(0, FrameHeaderBytes).CopyTo(last);
            var page = BinaryPrimitives.ReadUInt32BigEndian(frame);
            if (!frame.AsSpan(8, 8).SequenceEqual(header.AsSpan(16, 8)) || page == 0 || !follows)
            {
                broken = true;
                continue;
            }

            pending.Add((page, at + FrameHeaderBytes));
            if (BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(4)) == 0)
            {
                continue;
            }

            // The end of a transaction. What stands behind the last one was never acknowledged, damaged or not.
            IsDamaged |= broken;
            behind += broken ? 1 : 0;
            foreach (var (number, image) in pending)
            {
                _images[number] = image;
            }

            pending.Clear();
        }

        LosesChanges = behind > 1;
    }

    // A log that was emptied is made of zeroes.
    private static bool HoldsAnything(FileStream log)
    {
        var part = new byte[1 << 16];
        log.Position = 0;
        while (log.Read(part) is > 0 and var read)
        {
            if (part.AsSpan(0, read).ContainsAnyExcept((byte)0))
            {
                return true;
            }
        }

        return false;
    }

    // Transactions of a log without a header: frames that follow from each other.
    private static int CountCommits(FileStream log, int pageSize)
    {
        var (frame, last) = (new byte[FrameHeaderBytes + pageSize], new byte[FrameHeaderBytes]);
        var (little, big, commits) = (new Checksum(big: false), new Checksum(big: true), 0);
        for (long at = HeaderBytes; at + frame.Length <= log.Length; at += frame.Length)
        {
            log.Position = at;
            log.ReadExactly(frame);
            var follows = frame.AsSpan(8, 8).SequenceEqual(last.AsSpan(8, 8)) && (Fits(little, frame, last) || Fits(big, frame, last));
            commits += follows && BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(4)) != 0 ? 1 : 0;
            frame.AsSpan(0, FrameHeaderBytes).CopyTo(last);
        }

        return commits;
    }

    private static bool Fits(Checksum sum, ReadOnlySpan<byte> frame, ReadOnlySpan<byte> last)
    {
        sum.Begin(last[16..]);
        sum.Add(frame[..8]);
        sum.Add(frame[FrameHeaderBytes..]);
        return sum.Equals(frame[16..]);
    }

    private sealed class Checksum(bool big)
    {
        private uint _first;
        private uint _second;

        public void Begin(ReadOnlySpan<byte> before) =>
            (_first, _second) = (BinaryPrimitives.ReadUInt32BigEndian(before), BinaryPrimitives.ReadUInt32BigEndian(before[4..]));

        public void Add(ReadOnlySpan<byte> bytes)
        {
            for (; bytes.Length >= 8; bytes = bytes[8..])
            {
                _first += Word(bytes) + _second;
                _second += Word(bytes[4..]) + _first;
            }
        }

        public bool Equals(ReadOnlySpan<byte> stored) =>
            BinaryPrimitives.ReadUInt32BigEndian(stored) == _first && BinaryPrimitives.ReadUInt32BigEndian(stored[4..]) == _second;

        private uint Word(ReadOnlySpan<byte> bytes) => big ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }
}
