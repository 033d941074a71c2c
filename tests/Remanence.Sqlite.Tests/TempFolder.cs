namespace Remanence.Sqlite.Tests;

/// <summary>A folder of a test's own, gone with the test.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("remanence-");

    public string Path => _folder.FullName;

    public string Store => System.IO.Path.Combine(Path, "store.db");

    /// <summary>The names and bytes of what is in it, the lock file left out.</summary>
    public Dictionary<string, string> Contents() => _folder.EnumerateFiles()
        .Where(file => file.Extension != ".lock")
        .ToDictionary(file => file.Name, file => Convert.ToHexString(File.ReadAllBytes(file.FullName)), StringComparer.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);
}
