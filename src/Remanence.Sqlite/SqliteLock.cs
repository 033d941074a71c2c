using Remanence.Stores;

namespace Remanence.Sqlite;

/// <summary>
/// Says that a process owns the file: the operating system's lock on a file beside it, which ends with the process however that ends.
/// The file itself stays, because removing it while another process opens it would let two of them in.
/// </summary>
internal sealed class SqliteLock : IDisposable
{
    private readonly FileStream _file;

    private SqliteLock(FileStream file) => _file = file;

    public static SqliteLock Take(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new SqliteLock(new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException exception)
        {
            throw CannotWrite(path, exception);
        }
        catch (IOException exception) when (IsHeld(path))
        {
            throw new StoreUnavailableException($"The store {path} is in use by another process; stop it, or name another path.", exception);
        }
        catch (IOException exception)
        {
            throw CannotWrite(path, exception);
        }
    }

    public void Dispose() => _file.Dispose();

    // A lock that somebody holds can still be looked at; a folder that cannot be written has none, or none that can be opened.
    private static bool IsHeld(string path)
    {
        try
        {
            using var file = new FileStream(path + ".lock", FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return OperatingSystem.IsWindows() && File.Exists(path + ".lock");
        }
    }

    private static StoreUnavailableException CannotWrite(string path, Exception cause) =>
        new($"The store {path} cannot be written ({cause.Message.Split('\n')[0]}); check the folder and its permissions.", cause);
}
