using Remanence.ConformanceTests.Stores.Blobs;
using Remanence.Stores.Blobs;

namespace Remanence.Tests.Stores.Blobs;

public sealed class InMemoryBlobFixture : BlobStoreFixture
{
    private InMemoryBlobStore? _store;

    public override bool IsDurable => false;

    public override BlobStore Create(long maxLength) => _store = new InMemoryBlobStore(maxLength);

    public override int CountEverything() => _store!.ListAsync(CancellationToken.None).ToBlockingEnumerable().Count();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
