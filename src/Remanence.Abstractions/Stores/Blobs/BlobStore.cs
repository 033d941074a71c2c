using System.Buffers;

namespace Remanence.Stores.Blobs;

/// <summary>
/// Where bytes are kept that no row should hold: each content once, under its own hash, so that a name is no path and cannot lie. What they mean, their media
/// type among it, whoever refers to them knows. Bytes come and go as streams and are never held whole. Thread-safe, also for several processes over one place.
/// Methods throw <see cref="ArgumentException"/> where a hash is none, <see cref="StoreUnavailableException"/> and <see cref="StoreFullException"/>; a blob is
/// there whole or not at all, whenever the process ends.
/// </summary>
public abstract class BlobStore
{
    /// <summary>The most bytes of one blob, where nobody says otherwise: 4 GiB.</summary>
    public const long DefaultMaxLength = 4L << 30;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>Creates the store.</summary>
    /// <param name="maxLength">The most bytes of one blob.</param>
    protected BlobStore(long maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxLength);
        MaxLength = maxLength;
    }

    /// <summary>The most bytes of one blob.</summary>
    public long MaxLength { get; }

    /// <summary>Makes what the store needs, and removes what writes left that were cut off. Must be called once before anything else.</summary>
    /// <param name="cancellationToken">Stops the opening.</param>
    public abstract Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Keeps bytes; those that are kept already stay as they are.</summary>
    /// <param name="content">The bytes, read from where it stands to its end; it stays the caller's. What it throws is thrown, and nothing is kept.</param>
    /// <param name="cancellationToken">Stops it; nothing is kept.</param>
    /// <exception cref="BlobTooLargeException">There are more than <see cref="MaxLength"/>.</exception>
    public abstract Task<Blob> PutAsync(Stream content, CancellationToken cancellationToken);

    /// <summary>
    /// The bytes from their beginning, to be disposed of by the caller; null when there are none of this hash. Who reads goes on reading what is deleted.
    /// </summary>
    /// <param name="hash">Their hash.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    public abstract Task<Stream?> OpenReadAsync(string hash, CancellationToken cancellationToken);

    /// <summary>What is kept under a hash; null when nothing is.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    public abstract Task<Blob?> FindAsync(string hash, CancellationToken cancellationToken);

    /// <summary>Removes the bytes of a hash.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="cancellationToken">Honoured until it begins.</param>
    /// <returns>False when there were none.</returns>
    public abstract Task<bool> DeleteAsync(string hash, CancellationToken cancellationToken);

    /// <summary>Everything that is kept, in no order; what comes or goes meanwhile may be told or not.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract IAsyncEnumerable<Blob> ListAsync(CancellationToken cancellationToken);

    /// <summary>Whether a text is a hash as it is written here.</summary>
    /// <param name="hash">The text.</param>
    public static bool IsHash(string? hash) => hash is { Length: 64 } && !hash.AsSpan().ContainsAnyExcept(HexDigits);

    /// <summary>Refuses what is no hash, before it becomes a path or part of a query.</summary>
    /// <param name="hash">The hash.</param>
    protected static void CheckHash(string hash)
    {
        if (!IsHash(hash))
        {
            throw new ArgumentException("A blob's hash is 64 hex digits in small letters.", nameof(hash));
        }
    }

    /// <summary>The refusal of what is longer than <see cref="MaxLength"/>.</summary>
    protected BlobTooLargeException TooLarge() =>
        new($"There are more than {MaxLength} bytes, which is the most that is kept in one piece; split them, or raise the limit.");
}
