namespace Remanence.Cli.Connections;

/// <summary>A folder that goes away when it is no longer needed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("remanence-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
