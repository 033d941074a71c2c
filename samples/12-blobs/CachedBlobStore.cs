using Remanence.Stores.Blobs;

namespace OwnBlobs;

// Small blobs stand in memory in front of another store. A hash is what its bytes are, so what is cached can never be old;
// whether it is still there, the other says.
public sealed class CachedBlobStore(BlobStore inner, long largest) : BlobStore(inner.MaxLength)
{
    private readonly InMemoryBlobStore _cache = new(largest);
    private long _hits;

    public long Hits => Interlocked.Read(ref _hits);

    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _cache.OpenAsync(cancellationToken);
        await inner.OpenAsync(cancellationToken);
    }

    public override Task<Blob> PutAsync(Stream content, CancellationToken cancellationToken) => inner.PutAsync(content, cancellationToken);

    public override async Task<Stream?> OpenReadAsync(string hash, CancellationToken cancellationToken)
    {
        if (await inner.FindAsync(hash, cancellationToken) is not { } blob || blob.Length > _cache.MaxLength)
        {
            return await inner.OpenReadAsync(hash, cancellationToken);
        }

        if (await _cache.OpenReadAsync(hash, cancellationToken) is { } cached)
        {
            Interlocked.Increment(ref _hits);
            return cached;
        }

        await using var kept = await inner.OpenReadAsync(hash, cancellationToken);
        return kept is null ? null : await _cache.OpenReadAsync((await _cache.PutAsync(kept, cancellationToken)).Hash, cancellationToken);
    }

    public override Task<Blob?> FindAsync(string hash, CancellationToken cancellationToken) => inner.FindAsync(hash, cancellationToken);

    public override async Task<bool> DeleteAsync(string hash, CancellationToken cancellationToken)
    {
        await _cache.DeleteAsync(hash, cancellationToken);
        return await inner.DeleteAsync(hash, cancellationToken);
    }

    public override IAsyncEnumerable<Blob> ListAsync(CancellationToken cancellationToken) => inner.ListAsync(cancellationToken);
}
