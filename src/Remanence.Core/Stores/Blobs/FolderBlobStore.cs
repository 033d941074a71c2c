using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Remanence.Diagnostics;

namespace Remanence.Stores.Blobs;

/// <summary>
/// Blobs as files of a folder: <c>ab/cd/abcd…</c>. A file appears under its name when it is whole, on disk, and its hash is known; a process that is killed
/// leaves at most a draft, which a later opening removes once nobody has written to it for <see cref="DraftAge"/>. Several processes may use one folder.
/// </summary>
public sealed class FolderBlobStore : BlobStore
{
    /// <summary>How long a draft is left alone, since another process may be at it.</summary>
    public static readonly TimeSpan DraftAge = TimeSpan.FromHours(1);

    private const string DraftFolder = "drafts";
    private const int BufferSize = 131_072;

    private readonly string _path;
    private readonly TimeProvider _time;

    /// <summary>Creates a store; nothing is touched before <see cref="OpenAsync"/>.</summary>
    /// <param name="path">The folder; made when there is none.</param>
    /// <param name="maxLength">The most bytes of one blob.</param>
    /// <param name="time">The clock. Default: the system's.</param>
    public FolderBlobStore(string path, long maxLength = DefaultMaxLength, TimeProvider? time = null)
        : base(maxLength)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _path = Path.GetFullPath(path);
        _time = time ?? TimeProvider.System;
    }

    private string Drafts => Path.Combine(_path, DraftFolder);

    /// <inheritdoc/>
    public override Task OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Translate(() =>
        {
            PrivateFiles.CreateFolder(Drafts);
            var dead = _time.GetUtcNow().UtcDateTime - DraftAge;
            foreach (var draft in Directory.EnumerateFiles(Drafts).Where(draft => File.GetLastWriteTimeUtc(draft) < dead))
            {
                File.Delete(draft);
            }

            return Task.CompletedTask;
        });
    }

    /// <inheritdoc/>
    public override async Task<Blob> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var draft = Path.Combine(Drafts, Path.GetRandomFileName());
        try
        {
            var blob = await WriteAsync(draft, content, cancellationToken);
            return Translate(() =>
            {
                // Over one that is there as well: should it be damaged, it is so no longer.
                var file = PathOf(blob.Hash);
                PrivateFiles.CreateFolder(Path.GetDirectoryName(file)!);
                File.Move(draft, file, overwrite: true);
                return blob;
            });
        }
        finally
        {
            DeleteDraft(draft);
        }
    }

    /// <inheritdoc/>
    public override Task<Stream?> OpenReadAsync(string hash, CancellationToken cancellationToken)
    {
        CheckHash(hash);
        cancellationToken.ThrowIfCancellationRequested();
        const FileOptions Options = FileOptions.Asynchronous | FileOptions.SequentialScan;
        return Translate(() => Task.FromResult(Existing<Stream>(
            () => new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, Options))));
    }

    /// <inheritdoc/>
    public override Task<Blob?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        CheckHash(hash);
        cancellationToken.ThrowIfCancellationRequested();
        return Translate(() => Task.FromResult(Existing(() => new Blob(hash, new FileInfo(PathOf(hash)).Length))));
    }

    /// <inheritdoc/>
    public override Task<bool> DeleteAsync(string hash, CancellationToken cancellationToken)
    {
        CheckHash(hash);
        cancellationToken.ThrowIfCancellationRequested();
        return Translate(() =>
        {
            var file = PathOf(hash);
            var existed = File.Exists(file);
            if (existed)
            {
                File.Delete(file);
            }

            return Task.FromResult(existed);
        });
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<Blob> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var first in Translate(() => Directory.GetDirectories(_path, "??")))
        {
            foreach (var file in Translate(() => Directory.GetFiles(first, "*", SearchOption.AllDirectories)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var hash = Path.GetFileName(file);
                if (IsHash(hash) && await FindAsync(hash, cancellationToken) is { } blob)
                {
                    yield return blob;
                }
            }
        }
    }

    private static T? Existing<T>(Func<T> open)
        where T : class
    {
        try
        {
            return open();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    // What cannot be removed now is removed when it is old.
    private static void DeleteDraft(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }

    private string PathOf(string hash) => Path.Combine(_path, hash[..2], hash[2..4], hash);

    // The source's failures are the caller's own, and only the file's are the store's.
    private async Task<Blob> WriteAsync(string draft, Stream content, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var file = Translate(() => new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous));
        await using (file)
        {
            var buffer = new byte[BufferSize];
            var length = 0L;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                length += read;
                if (length > MaxLength)
                {
                    throw TooLarge();
                }

                hash.AppendData(buffer, 0, read);
                await Translate(async () =>
                {
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                    return read;
                });
            }

            Translate(() =>
            {
                file.Flush(flushToDisk: true);
                return length;
            });
            return new Blob(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        }
    }

    private T Translate<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Translated(exception);
        }
    }

    private async Task<T> Translate<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Translated(exception);
        }
    }

    private RemanenceException Translated(Exception exception) => FullDisk.Is(exception)
        ? new StoreFullException($"There is no room left for blobs in {_path}; make room.", exception)
        : new StoreUnavailableException($"The folder of blobs {_path} cannot be used ({exception.Message}); check the folder and its permissions.", exception);
}
