using Remanence.Stores;
using SQLitePCL;

namespace Remanence.Sqlite.Database;

/// <summary>One connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    // Filters make statements of their own; beyond this many the connection starts over.
    private const int MaxStatements = 128;

    // Virtual machine steps between two looks at the token: some hundred microseconds.
    private const int StepsBetweenChecks = 20_000;

    // The most that SQLite can count.
    private const uint MostPages = 4_294_967_294;

    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);
    private readonly sqlite3 _handle;
    private readonly string _path;
    private readonly SqliteDamage? _damage;
    private CancellationToken _cancellationToken;

    private SqliteDatabase(sqlite3 handle, string path, SqliteDamage? damage)
    {
        _handle = handle;
        _path = path;
        _damage = damage;
    }

    /// <summary>Where damage is told that somebody comes upon; null: nowhere but to who asked.</summary>
    public SqliteDamage? Damage => _damage;

    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    public int Changes => raw.sqlite3_changes(_handle);

    public static SqliteDatabase Open(string path, bool readOnly, TimeSpan busyTimeout, SqliteDamage? damage = null)
    {
        _ = SqliteLibrary.Version;
        var flags = raw.SQLITE_OPEN_NOMUTEX | (readOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        var code = raw.sqlite3_open_v2(path, out var handle, flags, null);
        if (code != raw.SQLITE_OK)
        {
            var error = SqliteErrors.From(handle, code, path);
            handle?.Dispose();
            throw Told(error, damage);
        }

        var database = new SqliteDatabase(handle, path, damage);
        raw.sqlite3_extended_result_codes(handle, 1);
        database.SetBusyTimeout(busyTimeout);
        return database;
    }

    public void SetBusyTimeout(TimeSpan timeout) => raw.sqlite3_busy_timeout(_handle, (int)timeout.TotalMilliseconds);

    /// <summary>Lets long statements end when the token is cancelled.</summary>
    public void Observe(CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        raw.sqlite3_progress_handler(
            _handle,
            cancellationToken.CanBeCanceled ? StepsBetweenChecks : 0,
            cancellationToken.CanBeCanceled ? state => ((SqliteDatabase)state)._cancellationToken.IsCancellationRequested ? 1 : 0 : null,
            this);
    }

    /// <summary>A statement ready to take its parameters; dispose it to end its reading.</summary>
    public SqliteStatement Prepare(string sql)
    {
        if (_statements.TryGetValue(sql, out var statement))
        {
            // Somebody may have failed between two of its parameters.
            statement.Dispose();
            return statement;
        }

        if (_statements.Count >= MaxStatements)
        {
            FinalizeStatements(idleOnly: true);
        }

        var code = raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle);
        Check(code);
        statement = new SqliteStatement(this, handle);
        _statements.Add(sql, statement);
        return statement;
    }

    /// <summary>Runs statements that return nothing of interest.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    /// <summary>Makes a function of one argument known to SQL on this connection.</summary>
    public void AddFunction(string name, delegate_function_scalar function) =>
        Check(raw.sqlite3_create_function(_handle, name, 1, raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC, null, function));

    public void Begin() => Run("BEGIN");

    public void BeginImmediate() => Run("BEGIN IMMEDIATE");

    public void Commit() => Run("COMMIT");

    /// <summary>Takes back what is open; SQLite itself has done so already after some errors.</summary>
    public void Rollback()
    {
        if (InTransaction)
        {
            raw.sqlite3_exec(_handle, "ROLLBACK");
        }
    }

    public void Run(string sql)
    {
        using var statement = Prepare(sql);
        statement.Step();
    }

    public long Number(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Long(0) : 0;
    }

    /// <summary>Whether the log is left as it is when this is the last connection that is closed; otherwise SQLite moves and removes it.</summary>
    public void KeepLogOnClose(bool keeps) => Check(raw.sqlite3_db_config(_handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keeps ? 1 : 0, out _));

    /// <summary>Whether the file may become longer than it is; otherwise a change that needs more pages is refused as if the disk were full.</summary>
    public void LetGrow(bool grows) => Number($"PRAGMA max_page_count = {(grows ? MostPages : 1)}");

    /// <summary>Pages that went into the log since <see cref="ForgetPagesWritten"/>.</summary>
    public int PagesWritten => Status(resets: 0);

    public void ForgetPagesWritten() => Status(resets: 1);

    /// <summary>Moves the write-ahead log into the file, and waits for nobody. The next change begins the log anew.</summary>
    /// <returns>False when a reader keeps some of it from being moved.</returns>
    public bool TryMoveLog()
    {
        var code = raw.sqlite3_wal_checkpoint_v2(_handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out var frames, out var moved);
        if ((code & 0xff) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            return false;
        }

        Check(code);
        return moved == frames;
    }

    /// <summary>Moves the write-ahead log into the file and empties it.</summary>
    /// <returns>False when a reader still needs it.</returns>
    public bool TruncateLog()
    {
        var code = raw.sqlite3_wal_checkpoint_v2(_handle, "main", raw.SQLITE_CHECKPOINT_TRUNCATE, out _, out _);
        if ((code & 0xff) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            return false;
        }

        Check(code);
        return true;
    }

    public void Check(int code)
    {
        if (code is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return;
        }

        if ((code & 0xff) == raw.SQLITE_INTERRUPT)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }

        throw Told(SqliteErrors.From(_handle, code, _path), _damage);
    }

    public void Dispose()
    {
        FinalizeStatements(idleOnly: false);
        _handle.Dispose();
    }

    private static Exception Told(Exception error, SqliteDamage? damage) =>
        error is StoreDamagedException damaged && damage is not null ? damage.Tell(damaged) : error;

    private int Status(int resets)
    {
        Check(raw.sqlite3_db_status(_handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var written, out _, resets));
        return written;
    }

    private void FinalizeStatements(bool idleOnly)
    {
        foreach (var (sql, statement) in _statements)
        {
            if (!idleOnly || !statement.IsBusy)
            {
                statement.Close();
                _statements.Remove(sql);
            }
        }
    }
}
