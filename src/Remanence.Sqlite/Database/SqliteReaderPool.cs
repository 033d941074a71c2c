using System.Collections.Concurrent;

namespace Remanence.Sqlite.Database;

/// <summary>
/// Connections for reading. There is no upper bound, because a slow stream must not keep others from reading; only so many idle ones are kept.
/// </summary>
internal sealed class SqliteReaderPool(string path, TimeSpan busyTimeout, int idleReaders, SqliteDamage damage) : IDisposable
{
    private readonly ConcurrentBag<SqliteDatabase> _idle = [];
    private TaskCompletionSource _returned = NewSignal();
    private volatile bool _closed;

    /// <summary>Completes when a reader that is out comes back.</summary>
    public Task NextReturn => Volatile.Read(ref _returned).Task;

    /// <summary>A connection on a snapshot of its own; dispose the reading to give it back.</summary>
    public Reading Read(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_idle.TryTake(out var database))
        {
            database = SqliteDatabase.Open(path, readOnly: true, busyTimeout, damage);
            database.Execute("PRAGMA temp_store = MEMORY");
            database.Execute("PRAGMA cache_size = -16384");
        }

        try
        {
            database.Observe(cancellationToken);
            database.Begin();
        }
        catch
        {
            database.Dispose();
            throw;
        }

        return new Reading(this, database);
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var database))
        {
            database.Dispose();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Return(SqliteDatabase database)
    {
        database.Observe(CancellationToken.None);
        database.Rollback();
        if (_closed || _idle.Count >= idleReaders)
        {
            database.Dispose();
        }
        else
        {
            _idle.Add(database);
            if (_closed)
            {
                Dispose();
            }
        }

        Interlocked.Exchange(ref _returned, NewSignal()).SetResult();
    }

    /// <summary>A connection that is out.</summary>
    internal readonly struct Reading(SqliteReaderPool pool, SqliteDatabase database) : IDisposable
    {
        public SqliteDatabase Database => database;

        public void Dispose() => pool.Return(database);
    }
}
