using System.Runtime.InteropServices;
using SQLitePCL;

namespace Remanence.Sqlite;

/// <summary>
/// The native SQLite that runs. The one that comes with the package has known defects, so the system's is taken when it is newer.
/// </summary>
internal static class SqliteLibrary
{
    private const string Bundled = "e_sqlite3";
    private const int BundledVersion = 3_035_005;

    private static readonly Lazy<Native> Loaded = new(Load);

    private delegate int VersionNumber();

    private delegate int SystemErrno(IntPtr database);

    /// <summary>SQLite's version, such as 3.40.1.</summary>
    public static string Version => Loaded.Value.Version;

    /// <summary>The operating system's number of the last failure; 0 when there is none.</summary>
    public static int LastSystemError(sqlite3 database) => Loaded.Value.SystemErrno?.Invoke(database.DangerousGetHandle()) ?? 0;

    private static Native Load()
    {
        var system = FindSystemLibrary();
        if (system != IntPtr.Zero)
        {
            NativeLibrary.SetDllImportResolver(
                typeof(SQLite3Provider_e_sqlite3).Assembly,
                (name, _, _) => name == Bundled ? system : IntPtr.Zero);
        }

        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        var handle = system;
        if (handle == IntPtr.Zero)
        {
            NativeLibrary.TryLoad(Bundled, typeof(SQLite3Provider_e_sqlite3).Assembly, null, out handle);
        }

        var errno = handle != IntPtr.Zero && NativeLibrary.TryGetExport(handle, "sqlite3_system_errno", out var export)
            ? Marshal.GetDelegateForFunctionPointer<SystemErrno>(export)
            : null;
        return new Native(raw.sqlite3_libversion().utf8_to_string(), errno);
    }

    private static IntPtr FindSystemLibrary()
    {
        var name = OperatingSystem.IsWindows() ? "winsqlite3.dll"
            : OperatingSystem.IsMacOS() ? "/usr/lib/libsqlite3.dylib"
            : "libsqlite3.so.0";

        // The 32-bit Windows library has another calling convention.
        return Environment.Is64BitProcess
            && NativeLibrary.TryLoad(name, out var handle)
            && NativeLibrary.TryGetExport(handle, "sqlite3_libversion_number", out var export)
            && Marshal.GetDelegateForFunctionPointer<VersionNumber>(export)() > BundledVersion
            ? handle
            : IntPtr.Zero;
    }

    private sealed record Native(string Version, SystemErrno? SystemErrno);
}
