using Remanence.Diagnostics;
using Remanence.Stores;

namespace Remanence.Sqlite;

/// <summary>
/// Says that a process owns the file: the operating system's lock on a file beside it, which ends with the process however that ends.
/// The file itself stays, because removing it while another process opens it would let two of them in.
/// </summary>
internal sealed class SqliteLock : IDisposable
{
    // What the runtime reports when somebody else holds the lock: the system's own number for it.
    private const int HeldOnLinux = 11;
    private const int HeldOnMac = 35;
    private const int HeldOnWindows = unchecked((int)0x80070020);

    private readonly FileStream _file;

    private SqliteLock(FileStream file) => _file = file;

    public static SqliteLock Take(string path)
    {
        try
        {
            PrivateFiles.CreateFolder(Path.GetDirectoryName(path)!);
            return new SqliteLock(PrivateFiles.Open(path + ".lock", FileMode.OpenOrCreate));
        }
        catch (UnauthorizedAccessException exception)
        {
            throw CannotWrite(path, exception);
        }
        catch (IOException exception) when (exception.HResult is HeldOnLinux or HeldOnMac or HeldOnWindows)
        {
            throw new StoreUnavailableException($"The store {path} is in use by another process; stop it, or name another path.", exception);
        }
        catch (IOException exception)
        {
            throw CannotWrite(path, exception);
        }
    }

    public void Dispose() => _file.Dispose();

    private static StoreUnavailableException CannotWrite(string path, Exception cause) =>
        new($"The store {path} cannot be written ({cause.Message.Split('\n')[0]}); check the folder and its permissions.", cause);
}
