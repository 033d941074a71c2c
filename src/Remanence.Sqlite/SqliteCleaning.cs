using Remanence.Stores;

namespace Remanence.Sqlite;

/// <summary>
/// Has the writer overwrite what erasures left, in pieces between the changes of others: nobody waits for more than one piece.
/// </summary>
internal sealed class SqliteCleaning(SqliteWriter writer, SqliteCleaner cleaner, SqliteReaderPool readers) : IAsyncDisposable
{
    /// <summary>The longest that traces stay, unless somebody reads in one go for longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    // An erasure answers with what is still to be done when it is not done by then.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // A reader that holds the log may be another program's, of which nobody tells us that it has finished.
    private static readonly TimeSpan PatienceWithReaders = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _closing = new();
    private Task _sweeping = Task.CompletedTask;

    /// <summary>Begins to go through a file of before.</summary>
    public void Start() => _sweeping = SweepAsync();

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

    /// <summary>Completes when all is overwritten that erasures left before.</summary>
    public Task FinishAsync(CancellationToken cancellationToken) => BeginAsync().WaitAsync(cancellationToken);

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

    private Task BeginAsync() => Task.WhenAll(_sweeping, EmptyAsync(cleaner.Ask()));

    // The log still holds what was erased, and older snapshots read it from there: it can go when they are done, and when there is room for what else it holds.
    private async Task EmptyAsync(long erasure)
    {
        while (true)
        {
            var returned = readers.NextReturn;
            try
            {
                if (await writer.RunAloneAsync(database => cleaner.TryFinish(database, erasure)))
                {
                    return;
                }
            }
            catch (StoreFullException)
            {
            }

            await Task.WhenAny(returned, Task.Delay(PatienceWithReaders, _closing.Token));
            _closing.Token.ThrowIfCancellationRequested();
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
