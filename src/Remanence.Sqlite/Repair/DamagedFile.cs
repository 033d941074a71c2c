using System.Buffers.Binary;
using Remanence.Sqlite.Files;
using Remanence.Stores;

namespace Remanence.Sqlite.Repair;

/// <summary>The pages of a store's file as they were last committed, read without SQLite and without changing anything (sqlite.org/fileformat2.html).</summary>
internal sealed class DamagedFile : IDisposable
{
    /// <summary>How many bytes stand before the first page's own.</summary>
    public const int HeaderBytes = 100;

    private const uint PagesToTry = 256;

    private readonly FileStream _file;
    private readonly FileStream? _log;
    private readonly LogImages _images;

    private DamagedFile(FileStream file, FileStream? log)
    {
        (_file, _log) = (file, log);
        _images = LogImages.Read(log);
        Span<byte> header = stackalloc byte[HeaderBytes];
        file.Position = 0;
        HasHeader = file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) == HeaderBytes && header.StartsWith("SQLite format 3\0"u8);
        var size = BinaryPrimitives.ReadUInt16BigEndian(header[16..]);
        var told = size == 1 ? 65_536 : size;
        PageSize = HasHeader && PageSizes.IsOne(told) ? told : _images.PageSize > 0 ? _images.PageSize : PageSizes.Usual;
        ChooseSizes(HasHeader ? header[20] : (byte)0);
        Page = new byte[PageSize];

        // The first page's newest image knows best.
        if (TryRead(1, Page) && Page.AsSpan().StartsWith("SQLite format 3\0"u8))
        {
            HasHeader = true;
            Page.AsSpan(0, HeaderBytes).CopyTo(header);
        }

        HasSchema = PageView.TryRead(Page, 1, Usable, out var first) && (first.IsTableLeaf || first.IsTableInterior) && first.Cells > 0;
        ApplicationId = HasHeader ? BinaryPrimitives.ReadInt32BigEndian(header[68..]) : 0;
        Version = HasHeader ? BinaryPrimitives.ReadInt32BigEndian(header[60..]) : 0;
        FirstFree = HasHeader ? BinaryPrimitives.ReadUInt32BigEndian(header[32..]) : 0;
        FreePages = HasHeader ? BinaryPrimitives.ReadUInt32BigEndian(header[36..]) : 0;
    }

    /// <summary>Whether it begins as SQLite's files do.</summary>
    public bool HasHeader { get; }

    /// <summary>The most fields that a record among the first pages has.</summary>
    public int LongestRecord { get; private set; }

    /// <summary>Whether its first page tells of tables.</summary>
    public bool HasSchema { get; }

    /// <summary>Which program's file it says it is; 0: it does not say.</summary>
    public int ApplicationId { get; }

    /// <summary>The version of its tables; 0: it does not say.</summary>
    public int Version { get; }

    public uint FirstFree { get; }

    public uint FreePages { get; }

    public int PageSize { get; private set; }

    /// <summary>How many bytes of a page SQLite uses.</summary>
    public int Usable { get; private set; }

    public uint Pages { get; private set; }

    /// <summary>Whether changes that were acknowledged may be lost with the log.</summary>
    public bool IsLogDamaged => _images.IsDamaged;

    // For the first look only.
    private byte[] Page { get; }

    public static DamagedFile Open(string path)
    {
        FileStream? log = null;
        try
        {
            log = File.Exists(path + "-wal") ? Reading(path + "-wal") : null;
            return new DamagedFile(Reading(path), log);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log?.Dispose();
            throw new StoreUnavailableException(
                $"The store {path} cannot be read ({exception.Message.ReplaceLineEndings(" ")}); check the disk and the permissions.",
                exception);
        }
    }

    /// <summary>Reads a page.</summary>
    /// <returns>False when there is no such page, or the disk does not give it.</returns>
    public bool TryRead(uint number, byte[] page)
    {
        if (number == 0 || number > Pages)
        {
            return false;
        }

        var (file, at) = _images.PageSize == PageSize && _images.TryFind(number, out var image) ? (_log!, image) : (_file, (number - 1L) * PageSize);
        try
        {
            return RandomAccess.Read(file.SafeFileHandle, page, at) == PageSize;
        }
        catch (IOException)
        {
            // A sector that the disk has lost is damage as any other.
            return false;
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _log?.Dispose();
    }

    // A header of which a few bits are damaged tells sizes by which no row can be read; then the usual ones are tried.
    private void ChooseSizes(byte reserved)
    {
        var told = PageSize;
        var (best, size, kept) = (-1, told, 0);
        foreach (var (pageSize, rest) in new[] { (told, (int)reserved), (told, 0), (PageSizes.Usual, reserved), (PageSizes.Usual, 0) }.Distinct())
        {
            SetSizes(pageSize, rest);
            if (rest <= pageSize - 480 && CountRecords() is var records && records > best)
            {
                (best, size, kept) = (records, pageSize, rest);
            }
        }

        SetSizes(size, kept);
    }

    private void SetSizes(int pageSize, int reserved)
    {
        (PageSize, Usable) = (pageSize, pageSize - reserved);
        Pages = Math.Max((uint)(_file.Length / pageSize), _images.PageSize == pageSize ? _images.LastPage : 0);
    }

    private int CountRecords()
    {
        var page = new byte[PageSize];
        var cells = new CellReader(this);
        var records = 0;
        for (var number = 1U; number <= Math.Min(Pages, PagesToTry); number++)
        {
            if (!TryRead(number, page) || !PageView.TryRead(page, number, Usable, out var view) || !view.IsTableLeaf)
            {
                continue;
            }

            for (var cell = 0; cell < view.Cells; cell++)
            {
                var fields = cells.Read(page, view, cell, out _) is { } record ? RecordParser.Parse(record)?.Count ?? 0 : 0;
                records += fields > 0 ? 1 : 0;
                LongestRecord = Math.Max(LongestRecord, fields);
            }
        }

        return records;
    }

    private static FileStream Reading(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}
