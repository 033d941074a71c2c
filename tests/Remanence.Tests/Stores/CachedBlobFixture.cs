using OwnBlobs;
using Remanence.ConformanceTests.Stores;
using Remanence.Stores;

namespace Remanence.Tests.Stores;

public sealed class CachedBlobFixture : BlobStoreFixture
{
    private const long Cached = 1 << 20;

    private readonly FolderBlobFixture _inner = new();

    public override bool IsDurable => true;

    public override BlobStore Create(long maxLength) => new CachedBlobStore(_inner.Create(maxLength), Cached);

    public override int CountEverything() => _inner.CountEverything();

    public override ValueTask DisposeAsync() => _inner.DisposeAsync();
}
