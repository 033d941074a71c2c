using System.Runtime.InteropServices;
using SQLitePCL;

namespace Remanence.Sqlite.Database;

/// <summary>The native SQLite that the package brings.</summary>
internal static class SqliteLibrary
{
    private static readonly Lazy<Native> Loaded = new(Load);

    private delegate int SystemErrno(IntPtr database);

    /// <summary>SQLite's version, such as 3.53.4.</summary>
    public static string Version => Loaded.Value.Version;

    /// <summary>The operating system's number of the last failure; 0 when there is none.</summary>
    public static int LastSystemError(sqlite3 database) => Loaded.Value.SystemErrno?.Invoke(database.DangerousGetHandle()) ?? 0;

    private static Native Load()
    {
        raw.SetProvider(new SQLite3Provider_e_sqlite3());

        // The provider does not hand this function on.
        var errno = NativeLibrary.TryLoad("e_sqlite3", typeof(SQLite3Provider_e_sqlite3).Assembly, null, out var library)
            && NativeLibrary.TryGetExport(library, "sqlite3_system_errno", out var export)
            ? Marshal.GetDelegateForFunctionPointer<SystemErrno>(export)
            : null;
        return new Native(raw.sqlite3_libversion().utf8_to_string(), errno);
    }

    private sealed record Native(string Version, SystemErrno? SystemErrno);
}
