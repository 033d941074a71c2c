using System.Collections.Concurrent;
using Remanence.Sqlite.Database;
using Remanence.Stores;

namespace Remanence.Sqlite.Writing;

/// <summary>
/// The one writer: a thread of its own with the one connection that writes. What waits when it comes round goes into one transaction, a savepoint each,
/// so that fifty callers share one write to the disk.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private readonly BlockingCollection<SqliteWrite> _queue = [];
    private readonly SqliteDatabase _database;
    private readonly SqliteCleaner _cleaner;
    private readonly SqliteDamage _damage;
    private readonly SqliteRoom _room;
    private readonly SqliteExamination _examination;
    private readonly int _maxGroup;
    private readonly Task _loop;
    private bool _grows = true;

    public SqliteWriter(SqliteDatabase database, SqliteCleaner cleaner, SqliteDamage damage, SqliteRoom room, SqliteExamination examination, int maxGroup)
    {
        _database = database;
        _cleaner = cleaner;
        _damage = damage;
        _room = room;
        _examination = examination;
        _maxGroup = maxGroup;
        _loop = Task.Factory.StartNew(Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public Task<T> RunAsync<T>(Func<SqliteDatabase, T> work, CancellationToken cancellationToken) => Enqueue(work, alone: false, cancellationToken);

    public Task<T> RunAloneAsync<T>(Func<SqliteDatabase, T> work) => Enqueue(work, alone: true, CancellationToken.None);

    /// <summary>Finishes what waits, then closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.CompleteAdding();
        await _loop;
        _queue.Dispose();
        _database.Dispose();
    }

    private Task<T> Enqueue<T>(Func<SqliteDatabase, T> work, bool alone, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        var write = new SqliteWrite<T>(work, cancellationToken) { Alone = alone };
        try
        {
            _queue.Add(write, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            write.Fail(new ObjectDisposedException(nameof(SqliteStore)));
        }

        return write.Task;
    }

    private void Loop()
    {
        var group = new List<SqliteWrite>(_maxGroup);
        while (_queue.TryTake(out var write, Timeout.Infinite))
        {
            _examination.Wait();
            do
            {
                if (write.Alone)
                {
                    RunGroup(group);
                    group.Clear();
                    RunAlone(write);
                }
                else if (write.TryTake())
                {
                    group.Add(write);
                }
            }
            while (group.Count < _maxGroup && _queue.TryTake(out write));
            RunGroup(group);
            group.Clear();
        }
    }

    private void RunAlone(SqliteWrite write)
    {
        try
        {
            _damage.RequireNone();
            write.Run(_database);
        }
        catch (Exception exception)
        {
            write.Fail(_damage.Read(exception));
            return;
        }

        write.Complete();
    }

    private void RunGroup(List<SqliteWrite> group)
    {
        if (group.Count == 0)
        {
            return;
        }

        if (_room.LetsGrow != _grows)
        {
            _grows = !_grows;
            _database.LetGrow(_grows);
        }

        if (group.Count == 1 || !TryRunTogether(group))
        {
            group.ForEach(RunSingly);
        }

        _cleaner.AfterCommit(_database);
    }

    // A caller's own mistake costs its savepoint; anything that costs the transaction sends every caller on its own way.
    private bool TryRunTogether(List<SqliteWrite> group)
    {
        var failures = new Exception?[group.Count];
        try
        {
            _damage.RequireNone();
            _database.BeginImmediate();
            for (var i = 0; i < group.Count; i++)
            {
                failures[i] = RunInSavepoint(group[i]);
            }

            _damage.RequireNone();
            _database.Commit();
        }
        catch (Exception)
        {
            _database.Rollback();
            return false;
        }

        for (var i = 0; i < group.Count; i++)
        {
            if (failures[i] is { } failure)
            {
                group[i].Fail(failure);
            }
            else
            {
                group[i].Complete();
            }
        }

        return true;
    }

    private Exception? RunInSavepoint(SqliteWrite write)
    {
        _database.Run("SAVEPOINT change");
        try
        {
            write.Run(_database);
        }
        catch (Exception exception) when (_database.InTransaction && _damage.Read(exception) is not (StoreDamagedException or StoreFullException))
        {
            _database.Run("ROLLBACK TO change");
            _database.Run("RELEASE change");
            return exception;
        }

        _database.Run("RELEASE change");
        return null;
    }

    private void RunSingly(SqliteWrite write)
    {
        try
        {
            try
            {
                RunInTransaction(write);
            }
            catch (StoreFullException) when (_cleaner.TryMakeRoom(_database))
            {
                // The log begins anew, over what it held.
                RunInTransaction(write);
            }
        }
        catch (Exception exception)
        {
            if (exception is StoreFullException full)
            {
                _room.Tell(full);
            }

            write.Fail(_damage.Read(exception));
            return;
        }

        write.Complete();
    }

    private void RunInTransaction(SqliteWrite write)
    {
        try
        {
            _damage.RequireNone();
            _database.BeginImmediate();
            write.Run(_database);
            _damage.RequireNone();
            _database.Commit();
        }
        catch
        {
            _database.Rollback();
            throw;
        }
    }
}
