using Microsoft.Win32.SafeHandles;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Files;
using Remanence.Stores;

namespace Remanence.Sqlite.Writing;

/// <summary>
/// Sees to it that no page of the file holds stray copies of rows: whatever comes out of the log is cleaned in the file before the log begins anew. An erasure
/// then has to clean the pages of the log only, however long the file is. For the writer's thread.
/// </summary>
/// <remarks>
/// A crash at any point leaves the log as it was, and with it the list of the pages to clean. The file is held open as long as the store is: closing it would
/// end the locks that SQLite has on it (sqlite.org/howtocorrupt.html, section 2.2).
/// </remarks>
internal sealed class SqliteCleaner : IDisposable
{
    // 8 MiB of pages: the log is moved in some milliseconds, and a page that is written often is moved once in a while only.
    private const int PagesOfLog = 2_000;
    private const int PagesOfSlice = 256;
    private const long LockedByte = 0x40000000;

    private readonly string _path;
    private readonly TimeSpan _busyTimeout;
    private readonly SafeFileHandle _file;
    private readonly int _pageSize;
    private readonly int _usable;
    private readonly long _sweepEnd;
    private byte[] _slice = [];
    private uint _swept;
    private long _asked;
    private long _finished;

    public SqliteCleaner(SqliteDatabase database, string path, TimeSpan busyTimeout)
    {
        (_path, _busyTimeout) = (path, busyTimeout);
        _pageSize = (int)database.Number("PRAGMA page_size");
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> reserved = stackalloc byte[1];
        RandomAccess.Read(_file, reserved, fileOffset: 20);
        _usable = _pageSize - reserved[0];
        _sweepEnd = IsUnswept(database) ? RandomAccess.GetLength(_file) / _pageSize : 0;
    }

    /// <summary>Whether the file is of a time before pages were cleaned and was not yet gone through.</summary>
    public bool MustSweep => _sweepEnd > 0;

    /// <summary>A number for an erasure that is committed, to be finished. On any thread.</summary>
    public long Ask() => Interlocked.Increment(ref _asked);

    /// <summary>The last number that was given. On any thread.</summary>
    public long Asked => Interlocked.Read(ref _asked);

    /// <summary>Whether nothing is left of an erasure. On any thread.</summary>
    public bool HasFinished(long erasure) => Interlocked.Read(ref _finished) >= erasure;

    /// <summary>Moves the log into the file when it has grown long. That it cannot is nobody's failure: what was committed is in the log.</summary>
    public void AfterCommit(SqliteDatabase database)
    {
        if (database.PagesWritten < PagesOfLog)
        {
            return;
        }

        database.ForgetPagesWritten();
        TryMakeRoom(database);
    }

    /// <summary>Moves the log into the file, so that it begins anew and needs no more room for what comes.</summary>
    /// <returns>False when that is not possible now.</returns>
    public bool TryMakeRoom(SqliteDatabase database)
    {
        try
        {
            return TryMoveLog(database);
        }
        catch (Exception exception) when (exception is StoreFullException or StoreUnavailableException or IOException)
        {
            return false;
        }
    }

    /// <summary>Empties the log, so that nothing of an erasure is left in any file.</summary>
    /// <param name="database">The writer's connection, outside any transaction.</param>
    /// <param name="erasure">The erasure's number; all that were asked for so far are done together.</param>
    /// <returns>False when a reader still needs the log.</returns>
    public bool TryFinish(SqliteDatabase database, long erasure)
    {
        if (HasFinished(erasure))
        {
            return true;
        }

        var last = Asked;
        database.SetBusyTimeout(TimeSpan.Zero);
        try
        {
            if (!TryMoveLog(database) || !database.TruncateLog())
            {
                return false;
            }
        }
        finally
        {
            database.SetBusyTimeout(_busyTimeout);
        }

        SqliteLog.Lengthen(_path);

        // What the connection has read before would bring stray copies back with the next change of a page.
        database.Execute("PRAGMA shrink_memory");
        Interlocked.Exchange(ref _finished, last);
        return true;
    }

    /// <summary>Cleans the next pages of a file that was not gone through yet.</summary>
    /// <returns>Whether more are left.</returns>
    public bool Sweep(SqliteDatabase database)
    {
        var end = Math.Min(_swept + PagesOfSlice, _sweepEnd);
        Clean(Enumerable.Range((int)_swept + 1, (int)(end - _swept)).Select(page => (uint)page));
        _swept = (uint)end;
        if (_swept < _sweepEnd)
        {
            return true;
        }

        try
        {
            database.Run("DELETE FROM unfinished WHERE work = 'sweep'");
        }
        catch (StoreFullException)
        {
            // It is clean all the same; the next to open it goes through it once more.
        }

        return false;
    }

    public void Dispose() => _file.Dispose();

    private static bool IsUnswept(SqliteDatabase database) => database.Number("SELECT count(*) FROM unfinished WHERE work = 'sweep'") != 0;

    private bool TryMoveLog(SqliteDatabase database)
    {
        var pages = SqliteLog.Pages(_path);
        if (!database.TryMoveLog())
        {
            return false;
        }

        Clean(pages.Order());
        return true;
    }

    private void Clean(IEnumerable<uint> pages)
    {
        var changed = false;
        var page = _slice.Length == 0 ? _slice = new byte[_pageSize] : _slice;
        foreach (var number in pages)
        {
            var at = (number - 1L) * _pageSize;
            if (at <= LockedByte && LockedByte < at + _pageSize)
            {
                continue;
            }

            if (RandomAccess.Read(_file, page, at) == _pageSize && SqlitePage.Clean(page, number == 1, _usable))
            {
                RandomAccess.Write(_file, page, at);
                changed = true;
            }
        }

        if (changed)
        {
            RandomAccess.FlushToDisk(_file);
        }
    }
}
