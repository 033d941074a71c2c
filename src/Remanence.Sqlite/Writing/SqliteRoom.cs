using Microsoft.Extensions.Logging;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Files;
using Remanence.Stores;

namespace Remanence.Sqlite.Writing;

/// <summary>
/// Whether there is room for what is written, and room kept for erasing, which is what makes room on a full disk. From the first change that found none it
/// looks every moment until there is some again, so that nobody has to start anything anew. Thread-safe.
/// </summary>
internal sealed partial class SqliteRoom(SqliteLock held, string path, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    // Who still refuses large changes while small ones find room has not recovered.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    // In the file itself, as after an erasure: as much as the log has room for.
    private const int FreePages = 16;

    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _lock = new();
    private SqliteWriter? _writer;
    private StoreFullException? _full;
    private Task _watching = Task.CompletedTask;
    private bool _watches;
    private long _refused;

    /// <summary>
    /// Whether the file may grow; otherwise what is left is for the log, which is moved into what the file has, and for what is kept for erasing.
    /// </summary>
    public bool LetsGrow => held.HasRoom;

    /// <summary>Begins: takes what is kept for erasing.</summary>
    public void Start(SqliteWriter writer)
    {
        _writer = writer;
        Reserve();
    }

    /// <summary>A change found no room: the first is logged. On any thread.</summary>
    public void Tell(StoreFullException exception)
    {
        Volatile.Write(ref _refused, time.GetTimestamp());
        if (Interlocked.CompareExchange(ref _full, exception, null) is null)
        {
            Full(logger);
        }

        Watch();
    }

    /// <summary>Gives the kept room back, for an erasure.</summary>
    /// <returns>Whether there was any.</returns>
    public bool Release() => held.Release();

    /// <summary>Takes what is kept for erasing, now or when there is room.</summary>
    public void Reserve()
    {
        if (!held.TryReserve())
        {
            Watch();
        }
    }

    /// <summary>What a change would be told now; null: there is room, or nothing says otherwise.</summary>
    public async Task<StoreFullException?> FindAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _full) is null && !held.HasRoom)
        {
            await TryWriteAsync(cancellationToken);
        }

        return Volatile.Read(ref _full) is { } full ? new StoreFullException(full.Message, full.InnerException) : null;
    }

    public async ValueTask DisposeAsync()
    {
        Task watching;
        lock (_lock)
        {
            _watches = true;
            watching = _watching;
        }

        await _closing.CancelAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }

    private void Watch()
    {
        lock (_lock)
        {
            if (!_watches)
            {
                _watches = true;
                _watching = Task.Run(WatchAsync);
            }
        }
    }

    private async Task WatchAsync()
    {
        while (true)
        {
            await Task.Delay(Interval, time, _closing.Token);
            var isWhole = held.TryReserve();
            if (Volatile.Read(ref _full) is not null
                && time.GetElapsedTime(Volatile.Read(ref _refused)) >= Quiet
                && await TryWriteAsync(_closing.Token))
            {
                Volatile.Write(ref _full, null);
                HasRoomAgain(logger);
            }

            lock (_lock)
            {
                if (isWhole && _full is null)
                {
                    _watches = false;
                    return;
                }
            }
        }
    }

    // Free room may be another's: a quota or a longest file says so to who writes only. A page that stays as it is, is written all the same.
    private async Task<bool> TryWriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _writer!.RunAsync(
                database =>
                {
                    if (!held.HasRoom && database.Number("PRAGMA freelist_count") < FreePages)
                    {
                        throw SqliteErrors.Full(path, new IOException("No page is free."));
                    }

                    database.Execute($"PRAGMA user_version = {database.Number("PRAGMA user_version")}");
                    return true;
                },
                cancellationToken);
        }
        catch (Exception exception) when (exception is RemanenceException or ObjectDisposedException)
        {
            // That it found no room is told by the writer; whatever else is wrong is told to those who have something to write.
            return false;
        }
    }

    [LoggerMessage(
        61,
        LogLevel.Error,
        "There is no room left for the store: changes are refused and nothing of them is stored; erasing works as long as the room that is kept for it lasts")]
    private static partial void Full(ILogger logger);

    [LoggerMessage(62, LogLevel.Warning, "There is room for the store again: changes are taken")]
    private static partial void HasRoomAgain(ILogger logger);
}
