using System.Buffers.Binary;

namespace Remanence.Sqlite.Repair;

/// <summary>
/// The newest images of pages in a write-ahead log. SQLite stops at the first frame that is damaged; each frame's checksum is reckoned from the one before it, so that those after
/// a damaged one can be told to be whole, too.
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

    /// <summary>The size of a page; 0: the log tells none.</summary>
    public int PageSize { get; private init; }

    /// <summary>The highest page that there is an image of.</summary>
    public uint LastPage => _images.Count == 0 ? 0 : _images.Keys.Max();

    /// <summary>Where in the log a page's newest image lies.</summary>
    public bool TryFind(uint page, out long at) => _images.TryGetValue(page, out at);

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
            return new LogImages { IsDamaged = true };
        }

        var images = new LogImages { PageSize = pageSize };
        images.ReadFrames(log, header, new Checksum(big));
        return images;
    }

    private void ReadFrames(FileStream log, byte[] header, Checksum sum)
    {
        var frame = new byte[FrameHeaderBytes + PageSize];
        var before = header.AsSpan(24, 8).ToArray();
        var pending = new List<(uint Page, long At)>();
        var broken = false;
        for (long at = HeaderBytes; at + frame.Length <= log.Length; at += frame.Length)
        {
            log.Position = at;
            log.ReadExactly(frame);
            sum.Begin(before);
            sum.Add(frame.AsSpan(0, 8));
            sum.Add(frame.AsSpan(FrameHeaderBytes));
            before = frame.AsSpan(16, 8).ToArray();
            var page = BinaryPrimitives.ReadUInt32BigEndian(frame);
            if (!frame.AsSpan(8, 8).SequenceEqual(header.AsSpan(16, 8)) || page == 0 || !sum.Equals(frame.AsSpan(16)))
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
            foreach (var (number, image) in pending)
            {
                _images[number] = image;
            }

            pending.Clear();
        }
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
