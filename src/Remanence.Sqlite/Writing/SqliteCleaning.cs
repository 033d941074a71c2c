using Remanence.Sqlite.Database;
using Remanence.Stores;

namespace Remanence.Sqlite.Writing;

/// <summary>
/// Has the writer overwrite what erasures left, in pieces between the changes of others: nobody waits for more than one piece.
/// </summary>
internal sealed class SqliteCleaning(SqliteWriter writer, SqliteCleaner cleaner, SqliteReaderPool readers, SqliteRoom room, TimeProvider time)
    : IAsyncDisposable
{
    /// <summary>
    /// The longest that traces stay, unless somebody reads in one go for longer, or there is no room to overwrite them; and the longest that anybody waits for
    /// it.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    // An erasure answers with what is still to be done when it is not done by then.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // A reader that holds the log may be another program's, of which nobody tells us that it has finished.
    private static readonly TimeSpan PatienceWithReaders = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _lock = new();
    private Task _sweeping = Task.CompletedTask;
    private Task _emptying = Task.CompletedTask;

    /// <summary>Begins to go through a file of before, and to empty the log where opening could not.</summary>
    public void Start()
    {
        _sweeping = SweepAsync();
        _ = EmptyAsync(cleaner.Asked);
    }

    /// <summary>Begins to overwrite what an erasure left, whose change is committed.</summary>
    /// <returns>Whether it was done within a moment.</returns>
    public async Task<bool> TryFinishAsync()
    {
        var finishing = BeginAsync();
        await Task.WhenAny(finishing, Task.Delay(Patience, _closing.Token));
        if (finishing.IsFaulted)
        {
            await finishing;
        }

        return finishing.IsCompletedSuccessfully;
    }

    /// <summary>Completes when all is overwritten that erasures left before, and fails when that takes too long.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        try
        {
            await BeginAsync().WaitAsync(Longest, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            await FinishNowAsync();
        }
    }

    /// <summary>Empties the log once more, unless somebody still reads from it; the next to open the file will.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _sweeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            var last = cleaner.Ask();
            await writer.RunAloneAsync(database =>
            {
                var empty = cleaner.TryFinish(database, last);
                database.KeepLogOnClose(!empty);
                return empty;
            });
        }
        catch (Exception exception) when (exception is RemanenceException or IOException)
        {
        }

        _closing.Dispose();
    }

    private async Task FinishNowAsync()
    {
        switch (await TryEmptyAsync(cleaner.Asked))
        {
            case null:
                throw new StoreFullException(
                    "What was erased cannot be read any more, but there is no room to overwrite what is left of it in the store's files; that is done as "
                    + "soon as there is some. Make room, then ask again.");
            case false:
                throw new StoreUnavailableException(
                    "What was erased cannot be read any more, but somebody who began to read before still needs what is left of it in the store's files; "
                    + "it is overwritten when they have finished. Ask again later.");
        }

        if (!_sweeping.IsCompleted)
        {
            throw new StoreUnavailableException(
                "What was erased cannot be read any more, but the file of an earlier version is still gone through for what is left of it. Ask again later.");
        }
    }

    private Task BeginAsync() => Task.WhenAll(_sweeping, EmptyAsync(cleaner.Ask()));

    // However many wait, one tries.
    private async Task EmptyAsync(long erasure)
    {
        while (!cleaner.HasFinished(erasure))
        {
            Task emptying;
            lock (_lock)
            {
                emptying = _emptying = _emptying.IsCompleted ? EmptyAsync() : _emptying;
            }

            await emptying;
        }
    }

    // The log still holds what was erased, and older snapshots read it from there: it can go when they are done, and when there is room for what else it holds.
    private async Task EmptyAsync()
    {
        for (var erasure = cleaner.Asked; ;)
        {
            var returned = readers.NextReturn;
            if (await TryEmptyAsync(erasure) == true)
            {
                return;
            }

            await Task.WhenAny(returned, Task.Delay(PatienceWithReaders, _closing.Token));
            _closing.Token.ThrowIfCancellationRequested();
        }
    }

    // Whether the log is empty; null: there is no room for that. Erasing is what the room is kept for, and what the log gives back is kept next.
    private async Task<bool?> TryEmptyAsync(long erasure)
    {
        var done = await TryEmptyOnceAsync(erasure);
        if (done is null && room.Release())
        {
            try
            {
                done = await TryEmptyOnceAsync(erasure);
            }
            finally
            {
                room.Reserve();
            }
        }

        return done;
    }

    private async Task<bool?> TryEmptyOnceAsync(long erasure)
    {
        try
        {
            return await writer.RunAloneAsync(database => cleaner.TryFinish(database, erasure));
        }
        catch (StoreFullException)
        {
            return null;
        }
    }

    private async Task SweepAsync()
    {
        while (cleaner.MustSweep && await writer.RunAloneAsync(cleaner.Sweep))
        {
            _closing.Token.ThrowIfCancellationRequested();
        }
    }
}
