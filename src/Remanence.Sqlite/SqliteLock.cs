using Remanence.Diagnostics;
using Remanence.Stores;

namespace Remanence.Sqlite;

/// <summary>
/// Says that a process owns the file: the operating system's lock on a file beside it, which ends with the process however that ends.
/// The file itself stays, because removing it while another process opens it would let two of them in. It also keeps room on the disk for erasing, which
/// is what makes room on a full one.
/// </summary>
internal sealed class SqliteLock : IDisposable
{
    // What the runtime reports when somebody else holds the lock: the system's own number for it.
    private const int HeldOnLinux = 11;
    private const int HeldOnMac = 35;
    private const int HeldOnWindows = unchecked((int)0x80070020);

    // The log of an erasure of some hundred memories; a larger one can be done in parts.
    private const int ReservedBytes = 4 << 20;

    // What was given back for an erasure must not be taken from those who write after it.
    private const int LeftBytes = 1 << 20;

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

    /// <summary>Takes room on the disk, where there is some.</summary>
    public void Reserve()
    {
        lock (_file)
        {
            try
            {
                if (_file.Length < ReservedBytes && new DriveInfo(_file.Name).AvailableFreeSpace > ReservedBytes + LeftBytes)
                {
                    _file.Position = 0;
                    _file.Write(new byte[ReservedBytes]);
                    _file.Flush();
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Release();
            }
        }
    }

    /// <summary>Gives the room back.</summary>
    /// <returns>Whether there was any.</returns>
    public bool Release()
    {
        lock (_file)
        {
            var reserved = _file.Length > 0;
            _file.SetLength(0);
            return reserved;
        }
    }

    public void Dispose() => _file.Dispose();

    private static StoreUnavailableException CannotWrite(string path, Exception cause) =>
        new($"The store {path} cannot be written ({cause.Message.Split('\n')[0]}); check the folder and its permissions.", cause);
}
