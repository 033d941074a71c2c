using OwnBlobs;
using Remanence.ConformanceTests.Stores.Blobs;
using Remanence.Stores.Blobs;

namespace Remanence.Tests.Stores.Blobs;

public sealed class CachedBlobFixture : BlobStoreFixture
{
    private const long Cached = 1 << 20;

    private readonly FolderBlobFixture _inner = new();

    public override bool IsDurable => true;

    public override BlobStore Create(long maxLength) => new CachedBlobStore(_inner.Create(maxLength), Cached);

    public override int CountEverything() => _inner.CountEverything();

    public override ValueTask DisposeAsync() => _inner.DisposeAsync();
}
