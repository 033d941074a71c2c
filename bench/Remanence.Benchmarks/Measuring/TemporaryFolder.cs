namespace Remanence.Benchmarks.Measuring;

/// <summary>A folder that goes when it is disposed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("remanence-bench-").FullName;

    /// <summary>The kind of file system it lies on: a write to the disk costs nothing on one in memory.</summary>
    public string Format => new DriveInfo(Path).DriveFormat;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
