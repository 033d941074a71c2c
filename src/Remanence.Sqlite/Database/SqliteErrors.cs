using Remanence.Stores;
using SQLitePCL;

namespace Remanence.Sqlite.Database;

/// <summary>What SQLite answers, in the words of the store; the only place where this is decided.</summary>
internal static class SqliteErrors
{
    private const int NoSpace = 28;
    private const int FileTooBig = 27;
    private const int QuotaOnLinux = 122;
    private const int QuotaOnMac = 69;
    private const int WindowsDiskFull = 112;

    public static Exception From(sqlite3? database, int code, string path)
    {
        var extended = database is null ? code : raw.sqlite3_extended_errcode(database);
        var primary = code & 0xff;
        var detail = $"SQLite {extended}: {(database is null ? raw.sqlite3_errstr(code) : raw.sqlite3_errmsg(database)).utf8_to_string()}";
        var cause = new IOException(detail);
        return primary switch
        {
            raw.SQLITE_FULL => Full(path, cause),
            raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN when database is not null && IsFull(SqliteLibrary.LastSystemError(database)) => Full(path, cause),
            raw.SQLITE_INTERRUPT => new OperationCanceledException("The reading was stopped."),
            raw.SQLITE_TOOBIG => new NotSupportedException("A value is longer than SQLite can store; split it.", cause),
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
                SqliteDamage.Of(path, detail, cause),
            raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH or raw.SQLITE_CANTOPEN =>
                new StoreUnavailableException($"The store {path} cannot be opened for writing ({detail}); check the folder's permissions.", cause),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
                new StoreUnavailableException($"The store {path} is held by another program ({detail}); close it and try again.", cause),
            raw.SQLITE_IOERR or raw.SQLITE_NOMEM or raw.SQLITE_NOLFS or raw.SQLITE_PROTOCOL =>
                new StoreUnavailableException($"The store {path} cannot be read or written ({detail}).", cause),
            _ => new SqliteRefusal($"SQLite refused a statement ({detail})."),
        };
    }

    public static StoreFullException Full(string path, Exception cause) =>
        new($"There is no room left for the store {path}; nothing was changed. Make room and try again.", cause);

    private static bool IsFull(int systemError) =>
        OperatingSystem.IsWindows() ? systemError == WindowsDiskFull
        : systemError is NoSpace or FileTooBig || systemError == (OperatingSystem.IsMacOS() ? QuotaOnMac : QuotaOnLinux);
}
