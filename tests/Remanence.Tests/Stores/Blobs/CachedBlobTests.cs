using OwnBlobs;
using Remanence.ConformanceTests.Stores.Blobs;

namespace Remanence.Tests.Stores.Blobs;

public sealed class CachedBlobTests : BlobSuite<CachedBlobFixture>
{
    [Fact]
    public async Task What_was_read_is_read_from_memory_unless_it_is_large_or_gone()
    {
        var cached = (CachedBlobStore)Store;
        var (small, large) = (await PutAsync(Bytes(1000)), await PutAsync(Bytes(2 << 20)));
        foreach (var hash in (string[])[small.Hash, small.Hash, large.Hash, large.Hash])
        {
            await using var read = await Store.OpenReadAsync(hash, Token);
        }

        cached.Hits.ShouldBe(1);
        await Store.DeleteAsync(small.Hash, Token);
        (await Store.OpenReadAsync(small.Hash, Token)).ShouldBeNull();
    }
}
