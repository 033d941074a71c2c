using System.Diagnostics;

namespace Remanence.Sqlite.Tests;

/// <summary>A folder that is a small disk of its own, where the tests may mount one.</summary>
internal sealed class TestDisk : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly bool _mounted;

    public TestDisk(int megabytes) => _mounted = Command("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", _folder.Path);

    public string Path => _folder.Path;

    public string Store => _folder.Store;

    private string Filler => System.IO.Path.Combine(_folder.Path, "filler");

    public void SkipUnlessMounted() => Assert.SkipUnless(_mounted, "Only root can mount a small disk.");

    /// <summary>Another program takes all room that is left.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        Should.Throw<IOException>(() =>
        {
            while (true)
            {
                filler.Write(new byte[4096]);
            }
        });
    }

    public void MakeRoom() => File.Delete(Filler);

    /// <summary>What is on the disk now, as a crash would leave it, but for the lock file, which cannot be read.</summary>
    public void CopyTo(string folder) => Copy(Path, folder);

    /// <summary>What is in a folder, and nothing else, is on the disk.</summary>
    public void Take(string folder)
    {
        foreach (var file in Directory.GetFiles(Path))
        {
            File.Delete(file);
        }

        Copy(folder, Path);
    }

    public void Dispose()
    {
        if (_mounted)
        {
            Command("umount", _folder.Path);
        }

        _folder.Dispose();
    }

    /// <summary>Runs a command of the system.</summary>
    /// <returns>Whether it is there and succeeded.</returns>
    public static bool Command(string name, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    // The store is open meanwhile.
    private void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from).Where(file => System.IO.Path.GetExtension(file) != ".lock" || from != Path))
        {
            using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var target = File.Create(System.IO.Path.Combine(to, System.IO.Path.GetFileName(file)));
            source.CopyTo(target);
        }
    }
}
