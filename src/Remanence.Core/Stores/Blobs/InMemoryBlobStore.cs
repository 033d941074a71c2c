using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Remanence.Stores.Blobs;

/// <summary>Blobs in memory and nothing beyond the process: for tests, and where nothing shall be written.</summary>
/// <param name="maxLength">The most bytes of one blob; it has to fit into an array.</param>
public sealed class InMemoryBlobStore(long maxLength = InMemoryBlobStore.MostBytes) : BlobStore(Math.Min(maxLength, MostBytes))
{
    private const long MostBytes = 1L << 30;
    private const int BufferSize = 81_920;

    private readonly ConcurrentDictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override Task OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task<Blob> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var kept = new MemoryStream();
        var buffer = new byte[BufferSize];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (kept.Length + read > MaxLength)
            {
                throw TooLarge();
            }

            kept.Write(buffer, 0, read);
        }

        var bytes = kept.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        _blobs[hash] = bytes;
        return new Blob(hash, bytes.Length);
    }

    /// <inheritdoc/>
    public override Task<Stream?> OpenReadAsync(string hash, CancellationToken cancellationToken)
    {
        CheckHash(hash);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<Stream?>(_blobs.TryGetValue(hash, out var bytes) ? new MemoryStream(bytes, writable: false) : null);
    }

    /// <inheritdoc/>
    public override Task<Blob?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        CheckHash(hash);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_blobs.TryGetValue(hash, out var bytes) ? new Blob(hash, bytes.Length) : null);
    }

    /// <inheritdoc/>
    public override Task<bool> DeleteAsync(string hash, CancellationToken cancellationToken)
    {
        CheckHash(hash);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_blobs.TryRemove(hash, out _));
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<Blob> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var (hash, bytes) in _blobs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new Blob(hash, bytes.Length);
        }
    }
}
