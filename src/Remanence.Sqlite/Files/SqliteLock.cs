using Remanence.Diagnostics;
using Remanence.Stores;

namespace Remanence.Sqlite.Files;

/// <summary>
/// Says that a process owns the file: the operating system's lock on a file beside it, which ends with the process however that ends.
/// The file itself stays, because removing it while another process opens it would let two of them in. It also keeps room on the disk for erasing, which
/// is what makes room on a full one; and that a store was made here, so that one which is gone is not taken for one that never was.
/// </summary>
internal sealed class SqliteLock : IDisposable
{
    // What the runtime reports when somebody else holds the lock: the system's own number for it.
    private const int HeldOnLinux = 11;
    private const int HeldOnMac = 35;
    private const int HeldOnWindows = unchecked((int)0x80070020);

    // The log of an erasure of some hundred memories; a larger one can be done in parts.
    private const int ReservedBytes = 4 << 20;

    // What others need beside it.
    private const int LeftBytes = 1 << 20;

    // Less is not worth a look at the disk.
    private const int LeastBytes = 64 << 10;

    private static readonly byte[] Mark = [.. "Remanence store\n"u8];

    private readonly FileStream _file;

    // What was given back and not yet taken again: nobody else is to have it.
    private long _owed;

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
        catch (IOException exception) when (FileOnTheWay(path) is { } file)
        {
            throw new StoreUnavailableException($"The store {path} cannot be made, as {file} is no folder; name another path.", exception);
        }
        catch (IOException exception)
        {
            throw CannotWrite(path, exception);
        }
    }

    /// <summary>Whether a store was made here; an earlier version says so by the room that it keeps.</summary>
    public static bool KnowsStore(string path) => new FileInfo(path + ".lock") is { Exists: true, Length: > 0 };

    /// <summary>Notes that a store was made here. Where there is no room for that, the next to open it does.</summary>
    public void NoteStore()
    {
        lock (_file)
        {
            try
            {
                // Past the stream's buffer, which would be written again when it is closed.
                RandomAccess.Write(_file.SafeFileHandle, Mark, fileOffset: 0);
            }
            catch (IOException)
            {
            }
        }
    }

    /// <summary>Whether others find room beside what is kept or was given back for an erasure, as far as the file system tells.</summary>
    public bool HasRoom
    {
        get
        {
            try
            {
                return new DriveInfo(_file.Name).AvailableFreeSpace - Interlocked.Read(ref _owed) >= LeftBytes;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return true;
            }
        }
    }

    /// <summary>Takes room on the disk, as far as there is some.</summary>
    /// <returns>Whether all is kept that is to be.</returns>
    public bool TryReserve()
    {
        lock (_file)
        {
            try
            {
                var lacking = ReservedBytes - _file.Length;
                var free = new DriveInfo(_file.Name).AvailableFreeSpace;
                var taken = Math.Min(lacking, Math.Max(free - LeftBytes, Math.Min(free, _owed)));
                if (lacking > 0 && taken >= Math.Min(lacking, LeastBytes))
                {
                    // No file system makes these smaller than they are.
                    var bytes = new byte[taken];
                    Random.Shared.NextBytes(bytes);
                    _file.Position = _file.Length;
                    _file.Write(bytes);
                    _file.Flush();
                    lacking -= taken;
                    _owed = Math.Max(0, _owed - taken);
                }

                return lacking <= 0;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Release();
                return false;
            }
        }
    }

    /// <summary>Gives the room back.</summary>
    /// <returns>Whether there was any.</returns>
    public bool Release()
    {
        lock (_file)
        {
            var reserved = Math.Max(_file.Length - Mark.Length, 0);
            _file.SetLength(_file.Length - reserved);
            _owed += reserved;
            return reserved > 0;
        }
    }

    public void Dispose() => _file.Dispose();

    private static string? FileOnTheWay(string path)
    {
        for (var at = Path.GetDirectoryName(path); at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.Exists(at))
            {
                return Directory.Exists(at) ? null : at;
            }
        }

        return null;
    }

    private static StoreUnavailableException CannotWrite(string path, Exception cause) =>
        new($"The store {path} cannot be written ({cause.Message.Split('\n')[0]}); check the folder and its permissions.", cause);
}
