using Remanence.ConformanceTests.Stores.Blobs;
using Remanence.Stores.Blobs;

namespace Remanence.Tests.Stores.Blobs;

public sealed class FolderBlobFixture : BlobStoreFixture
{
    private readonly string _folder = Directory.CreateTempSubdirectory("remanence-blobs-").FullName;

    public override bool IsDurable => true;

    public string Path => System.IO.Path.Combine(_folder, "not made yet");

    public override BlobStore Create(long maxLength) => new FolderBlobStore(Path, maxLength);

    public override int CountEverything() => Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Length;

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
