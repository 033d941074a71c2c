namespace Remanence.Sqlite.Database;

/// <summary>
/// Looks through a file that was opened, beside those who read. Who writes waits for it, as what is written into a damaged file may not be found again; on a
/// large file not for all of it.
/// </summary>
internal sealed class SqliteExamination : IAsyncDisposable
{
    // Up to this length the entries of every index are held against the rows, too: at some 100 MB in a second.
    private const long LongFile = 64 << 20;

    // The structure alone is looked through at some 200 MB in a second.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _closing = new();
    private readonly Task _looking;
    private readonly Lazy<Task> _rest;
    private bool _waited;

    public SqliteExamination(string path, TimeSpan busyTimeout, SqliteDamage damage)
    {
        var closing = _closing.Token;
        var isLong = new FileInfo(path).Length > LongFile;
        Task Start(bool whole) => Task.Factory.StartNew(
            () => Look(path, busyTimeout, damage, whole, closing), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _looking = Start(whole: !isLong);
        _rest = new(() => isLong ? Start(whole: true) : Task.CompletedTask);
    }

    /// <summary>Everything wrong with a file that SQLite can tell; null: nothing.</summary>
    /// <param name="database">A connection.</param>
    /// <param name="whole">Whether the entries of every index are held against the rows.</param>
    public static string? Find(SqliteDatabase database, bool whole)
    {
        using var statement = database.Prepare(whole ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)");
        var answer = statement.Step() ? statement.Text(0) : "no answer";
        return answer == "ok" ? null : answer;
    }

    /// <summary>Waits for what was found, or for the end of patience, once. For the writer's thread.</summary>
    public void Wait()
    {
        if (!_waited)
        {
            _looking.Wait(Patience);
            _waited = true;
        }
    }

    /// <summary>Looks through what was not looked through yet, once.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await _looking.WaitAsync(cancellationToken);
        await _rest.Value.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _looking;
        await (_rest.IsValueCreated ? _rest.Value : Task.CompletedTask);
        _closing.Dispose();
    }

    private static void Look(string path, TimeSpan busyTimeout, SqliteDamage damage, bool whole, CancellationToken cancellationToken)
    {
        try
        {
            using var database = SqliteDatabase.Open(path, readOnly: true, busyTimeout, damage);
            database.Observe(cancellationToken);
            if (Find(database, whole) is { } found)
            {
                damage.Tell(found);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or RemanenceException or IOException)
        {
            // Closed meanwhile; or what the file is like was told already, or is told to whoever reads it next.
        }
    }
}
