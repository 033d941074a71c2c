using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Remanence.Categories;
using Remanence.Diagnostics;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Resources;
using Remanence.Stores;

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
        _damage = new SqliteDamage(_path, Logger);
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
    public override Task<IReadOnlyList<Memory>> GetAsync(string workspace, IReadOnlyList<string> ids, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.CheckTexts(ids, "A memory's id");
        return SqliteQueries.Get(database, workspace, ids, cancellationToken);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Page<Memory>> QueryAsync(MemoryQuery query, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.Check(query);
        return SqliteQueries.Query(database, query, cancellationToken);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> QueryIdsAsync(MemoryQuery query, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.Check(query);
        return SqliteQueries.QueryIds(database, query, cancellationToken);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<HistoryEntry>> GetHistoryAsync(string workspace, string memoryId, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.RequireText(memoryId, nameof(memoryId));
        return SqliteWorkspace.Find(database, workspace) is { } found
            ? (IReadOnlyList<HistoryEntry>)new SqliteHistory(database, workspace, found).Of(memoryId)
            : [];
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> QueryLinkingAsync(string workspace, IReadOnlyList<string> memoryIds, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.CheckTexts(memoryIds, "A memory's id");
        return SqliteLinks.To(database, workspace, memoryIds, cancellationToken);
    }, cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<HistoryEntry> ReadHistoryAsync(string workspace, CancellationToken cancellationToken)
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        return Stream(
            database => SqliteWorkspace.Find(database, workspace) is { } found ? new SqliteHistory(database, workspace, found).All() : [],
            cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<MemoryChange> ReadChangesAsync(string workspace, long afterSequence, CancellationToken cancellationToken)
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        return Stream(database => SqliteQueries.Changes(database, workspace, afterSequence), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Page<MemoryChange>> QueryChangesAsync(string workspace, long afterSequence, string? cursor, int limit, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.CheckLimit(limit);
        return SqliteChanges.Query(database, workspace, afterSequence, cursor, limit, cancellationToken);
    }, cancellationToken);

    /// <inheritdoc/>
    public Task WaitAsync(string workspace, long afterSequence, CancellationToken cancellationToken)
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        return _signals.WaitForCommitAsync(
            workspace, async token => (await GetFreshnessAsync(workspace, token))?.Sequence > afterSequence, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<Resource?> GetResourceAsync(string workspace, string id, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.RequireText(id, nameof(id));
        return SqliteQueries.Item(database, SqliteSql.FindResource, workspace, id, SqliteItems.ReadResource);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Page<Resource>> QueryResourcesAsync(PageQuery query, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.Check(query);
        return SqliteQueries.Items(database, 'r', SqliteSql.QueryResources, 12, query, SqliteItems.ReadResource);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Page<StoredMessage>> QueryMessagesAsync(string resourceId, PageQuery query, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(resourceId, nameof(resourceId));
        StoreArguments.Check(query);
        return SqliteQueries.Messages(database, resourceId, query);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<StoredMessage>> GetMessagesAsync(
        string workspace, string resourceId, IReadOnlyList<string> messageIds, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.RequireText(resourceId, nameof(resourceId));
        StoreArguments.CheckTexts(messageIds, "A message's id");
        return SqliteQueries.Messages(database, workspace, resourceId, messageIds, cancellationToken);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Category?> GetCategoryAsync(string workspace, string id, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.RequireText(id, nameof(id));
        return SqliteQueries.Item(database, SqliteSql.FindCategory, workspace, id, SqliteItems.ReadCategory);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Page<Category>> QueryCategoriesAsync(PageQuery query, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.Check(query);
        return SqliteQueries.Items(database, 'c', SqliteSql.QueryCategories, 10, query, SqliteItems.ReadCategory);
    }, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask<Freshness?> GetFreshnessAsync(string workspace, CancellationToken cancellationToken) => new(Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        return SqliteQueries.Freshness(database, workspace);
    }, cancellationToken));

    /// <inheritdoc/>
    public override Task<WorkspaceInfo?> GetWorkspaceAsync(string workspace, CancellationToken cancellationToken) => Read(database =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        return SqliteQueries.Workspace(database, workspace);
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<WorkspaceInfo>> ListWorkspacesAsync(CancellationToken cancellationToken) =>
        Read(database => (IReadOnlyList<WorkspaceInfo>)SqliteQueries.Workspaces(database), cancellationToken);

    /// <inheritdoc/>
    public override async Task<long> CopyWorkspaceAsync(string source, string target, DateTimeOffset at, CancellationToken cancellationToken)
    {
        StoreArguments.RequireText(source, nameof(source));
        StoreArguments.RequireText(target, nameof(target));
        return await Writer.RunAsync(database => SqliteErasure.Copy(database, source, target, at), cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<Erasure> DropWorkspaceAsync(string workspace, CancellationToken cancellationToken)
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        return EraseAsync(workspace, database => SqliteErasure.Drop(database, workspace), cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<Erasure> EraseAsync(Scope scope, CancellationToken cancellationToken)
    {
        StoreArguments.CheckErasable(scope);
        return EraseAsync(scope.Workspace, database => SqliteErasure.Erase(database, scope), cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<Erasure> EraseAsync(string workspace, IReadOnlyList<string> memoryIds, CancellationToken cancellationToken)
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.CheckTexts(memoryIds, "A memory's id");
        return EraseAsync(workspace, database => SqliteErasure.Erase(database, workspace, memoryIds), cancellationToken);
    }

    /// <inheritdoc/>
    public override Task FinishErasuresAsync(CancellationToken cancellationToken) =>
        Writer is not null && _cleaning is { } cleaning ? cleaning.FinishAsync(cancellationToken) : throw NotOpen();

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

    // A crash leaves in the log what it erased, and an older program that looks at the file's first bytes shall see the version. Without room for it, that kept for erasing
    // included, the log stays.
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
                    $"{_path} is {(File.Exists(_path) ? "empty" : "missing")}, though its lock file {_path}.lock says that a store was there. Put it back from a backup; to start anew, remove the lock file, too.");
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
            if (SqliteSchema.IsOld(database))
            {
                CheckBeforeMigration(database);
            }

            SqliteSchema.Migrate(database, _path, SqliteSchema.Migrations);
            cleaner = new SqliteCleaner(database, _path, _options.BusyTimeout);
            EmptyLog(database, cleaner, taken);
            _clock.GoOnFrom(SqliteJobs.LastChange(database));
            _readers = new SqliteReaderPool(_options, _path, _damage);
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
            _readers = new SqliteReaderPool(_options, _path, _damage);
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
                throw new StoreUnavailableException($"The store {_path} cannot be opened ({exception.Message}); check the folder and its permissions.", exception);
            }

            throw;
        }
    }

    // What a migration makes of a damaged file is worth less than the file.
    private void CheckBeforeMigration(SqliteDatabase database)
    {
        if (SqliteExamination.Find(database, whole: true) is { } found)
        {
            throw _damage.Tell(SqliteDamage.Of(_path, found));
        }
    }

    private async Task<Erasure> EraseAsync(string workspace, Func<SqliteDatabase, Erasure> work, CancellationToken cancellationToken)
    {
        try
        {
            var erasure = await EraseWithRoomAsync(work, cancellationToken);
            _signals.Erased(workspace);
            return erasure == new Erasure() || await _cleaning!.TryFinishAsync() ? erasure : erasure with { TracesUntil = _options.Time.GetUtcNow() + SqliteCleaning.Longest };
        }
        finally
        {
            _room?.Reserve();
        }
    }

    private async Task<Erasure> EraseWithRoomAsync(Func<SqliteDatabase, Erasure> work, CancellationToken cancellationToken)
    {
        try
        {
            return await Writer.RunAsync(work, cancellationToken);
        }
        catch (StoreFullException) when (_room!.Release())
        {
            return await Writer.RunAsync(work, cancellationToken);
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
        catch (Exception exception) when (exception is JsonException or DecoderFallbackException)
        {
            throw _damage.Read(exception);
        }
    }
}
