using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Remanence.Diagnostics;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Files;
using Remanence.Sqlite.Rows;
using Remanence.Sqlite.Schema;
using Remanence.Sqlite.Writing;
using Remanence.Stores;
using Remanence.Stores.Changes;

namespace Remanence.Sqlite;

/// <summary>
/// The default store: one SQLite file, no set-up. One process owns the file; within it any number of callers read while one writes.
/// </summary>
public sealed partial class SqliteStore : MemoryStore, IChangeFeed
{
    private readonly SqliteStoreOptions _options;
    private readonly string _path;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly StoreSignals _signals = new();
    private readonly SqliteDamage _damage;
    private readonly SteadyClock _clock;
    private SqliteLock? _lock;
    private SqliteRoom? _room;
    private SqliteWriter? _writer;
    private SqliteReaderPool? _readers;
    private SqliteCleaner? _cleaner;
    private SqliteCleaning? _cleaning;
    private SqliteExamination? _examination;
    private bool _closed;

    /// <summary>Creates a store; nothing is touched before <see cref="OpenAsync"/>.</summary>
    /// <param name="options">The settings.</param>
    public SqliteStore(SqliteStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Path, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxGroup, 1, nameof(options));
        _options = options;
        _path = Path.GetFullPath(options.Path);
        _clock = new SteadyClock(options.Time);
        _damage = new SqliteDamage(_path, Logger, () => SchemaCheck.Find(_path));
    }

    /// <summary>The version of the SQLite library that runs, such as 3.40.1.</summary>
    public static string EngineVersion => SqliteLibrary.Version;

    private ILogger Logger => (_options.Loggers ?? NullLoggerFactory.Instance).CreateLogger<SqliteStore>();

    private DateTimeOffset Now => _clock.Now;

    /// <inheritdoc/>
    public override StoreDamagedException? Damage => _damage.Found;

    private SqliteWriter Writer
    {
        get
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _damage.RequireNone();
            return _writer ?? throw NotOpen();
        }
    }

    private SqliteReaderPool Readers => _closed ? throw new ObjectDisposedException(nameof(SqliteStore)) : _readers ?? throw NotOpen();

    /// <inheritdoc/>
    public override async Task<StoreDamagedException?> FindDamageAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        if (_examination is { } examination && Damage is null)
        {
            await examination.FinishAsync(cancellationToken);
        }

        return Damage;
    }

    /// <inheritdoc/>
    public override Task<StoreFullException?> FindFullAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        return _room is { } room ? room.FindAsync(cancellationToken) : Task.FromResult<StoreFullException?>(null);
    }

    /// <inheritdoc/>
    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_lock is not null)
            {
                throw new InvalidOperationException("The store is open already.");
            }

            await Task.Run(() => Open(SqliteLock.Take(_path)), cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public override async Task<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        StoreArguments.Check(changes);
        var result = await Writer.RunAsync(database => SqliteCommit.Run(database, changes, Now), cancellationToken);
        _signals.Committed(changes);
        return result;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            _signals.Close();
            _readers?.Dispose();
            if (_writer is not null)
            {
                await _examination!.DisposeAsync();
                await _room!.DisposeAsync();
                await _cleaning!.DisposeAsync();
                await _writer.DisposeAsync();
                _cleaner!.Dispose();
            }

            _lock?.Dispose();
        }
        finally
        {
            _gate.Release();
        }

        await base.DisposeAsync();
    }

    private static InvalidOperationException NotOpen() => new("The store is not open; call OpenAsync first.");

    // A crash leaves in the log what it erased, and an older program that looks at the file's first bytes shall see the version. Without room for it, that kept
    // for erasing included, the log stays.
    private static void EmptyLog(SqliteDatabase database, SqliteCleaner cleaner, SqliteLock taken)
    {
        try
        {
            cleaner.TryFinish(database, cleaner.Ask());
        }
        catch (StoreFullException)
        {
            if (taken.Release())
            {
                EmptyLog(database, cleaner, taken);
            }
        }
    }

    private void Open(SqliteLock taken)
    {
        SqliteDatabase? database = null;
        SqliteCleaner? cleaner = null;
        try
        {
            if (LogImages.Beside(_path).LosesChanges)
            {
                // SQLite passes over what stands behind the damage, and would write over it.
                throw _damage.Tell(SqliteDamage.Of(_path, "its log is damaged"));
            }

            if (!SqliteFileCheck.IsThere(_path) && SqliteLock.KnowsStore(_path))
            {
                throw new StoreUnavailableException(
                    $"{_path} is {(File.Exists(_path) ? "empty" : "missing")}, though its lock file {_path}.lock says that a store was there. Put it back "
                    + $"from a backup; to start anew, remove the lock file, too.");
            }

            SqliteSchema.Prepare(_path, SqliteSchema.Migrations);
            taken.NoteStore();
            database = SqliteDatabase.Open(_path, readOnly: false, _options.BusyTimeout, _damage);
            database.Execute("PRAGMA journal_mode = WAL");
            database.Execute("PRAGMA synchronous = FULL");

            // Always, and not only while erasing: what an update leaves behind must not outlive a later erasure.
            database.Execute("PRAGMA secure_delete = ON");
            database.Execute("PRAGMA cache_size = -65536");

            // The log is moved where its pages are cleaned, and nowhere else.
            database.Execute("PRAGMA wal_autocheckpoint = 0");
            database.KeepLogOnClose(true);
            database.Execute("PRAGMA journal_size_limit = 67108864");
            CheckBeforeMigration(database);
            SqliteSchema.Migrate(database, _path, SqliteSchema.Migrations);
            cleaner = new SqliteCleaner(database, _path, _options.BusyTimeout);
            EmptyLog(database, cleaner, taken);
            _clock.GoOnFrom(SqliteJobs.LastChange(database));
            _readers = new SqliteReaderPool(_path, _options.BusyTimeout, _options.IdleReaders, _damage);
            _examination = new SqliteExamination(_path, _options.BusyTimeout, _damage);
            var room = new SqliteRoom(taken, _path, _options.Time, Logger);
            _writer = new SqliteWriter(database, cleaner, _damage, room, _examination, _options.MaxGroup);
            _cleaner = cleaner;
            _lock = taken;
            _room = room;
            room.Start(_writer);
            _cleaning = new SqliteCleaning(_writer, cleaner, _readers, room, _options.Time);
            _cleaning.Start();
        }
        catch (StoreDamagedException)
        {
            // What can be read is served, and readiness tells of it: a process that ends at its start says less.
            database?.Dispose();
            cleaner?.Dispose();
            _readers = new SqliteReaderPool(_path, _options.BusyTimeout, _options.IdleReaders, _damage);
            _lock = taken;
        }
        catch (StoreFullException) when (taken.Release())
        {
            // A store without a log needs some room to be opened at all.
            database?.Dispose();
            cleaner?.Dispose();
            Open(taken);
        }
        catch (Exception exception)
        {
            database?.Dispose();
            cleaner?.Dispose();
            taken.Dispose();
            if (exception is IOException or UnauthorizedAccessException)
            {
                throw new StoreUnavailableException(
                    $"The store {_path} cannot be opened ({exception.Message}); check the folder and its permissions.",
                    exception);
            }

            throw;
        }
    }

    // What a migration makes of a damaged file is worth less than the file; and a file of this version has all that its statements name.
    private void CheckBeforeMigration(SqliteDatabase database)
    {
        if ((SchemaCheck.Find(database) ?? (SqliteSchema.IsOld(database) ? SqliteExamination.Find(database, whole: true) : null)) is { } found)
        {
            throw _damage.Tell(SqliteDamage.Of(_path, found));
        }
    }

    // Reading never waits for anything but the disk, so it is done where it is asked for; what it throws belongs into the task.
    private Task<T> Read<T>(Func<SqliteDatabase, T> work, CancellationToken cancellationToken)
    {
        try
        {
            using var reading = Readers.Read(cancellationToken);
            return Task.FromResult(work(reading.Database));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }
        catch (Exception exception)
        {
            return Task.FromException<T>(_damage.Read(exception));
        }
    }

#pragma warning disable CS1998 // An iterator over what is read without waiting.
    private async IAsyncEnumerable<T> Stream<T>(
        Func<SqliteDatabase, IEnumerable<T>> work, [EnumeratorCancellation] CancellationToken cancellationToken)
#pragma warning restore CS1998
    {
        using var reading = Readers.Read(cancellationToken);
        using var items = work(reading.Database).GetEnumerator();
        while (MoveNext(items))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return items.Current;
        }
    }

    private bool MoveNext<T>(IEnumerator<T> items)
    {
        try
        {
            return items.MoveNext();
        }
        catch (Exception exception) when (SqliteDamage.MayTell(exception))
        {
            throw _damage.Read(exception);
        }
    }
}
