using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Remanence.Models.Caching;

/// <summary>Hashes parts one after the other; each goes in with its length, so that no two lists of parts run together.</summary>
internal sealed class ContentHasher : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public ContentHasher Add(ReadOnlySpan<byte> part)
    {
        Length(part.Length);
        _hash.AppendData(part);
        return this;
    }

    public ContentHasher Add(string? part)
    {
        Length(part?.Length ?? -1);
        _hash.AppendData(MemoryMarshal.AsBytes(part.AsSpan()));
        return this;
    }

    public ContentHash Finish()
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        _hash.GetHashAndReset(digest);
        return new ContentHash(BinaryPrimitives.ReadUInt128BigEndian(digest), BinaryPrimitives.ReadUInt128BigEndian(digest[16..]));
    }

    public void Dispose() => _hash.Dispose();

    private void Length(int length)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        _hash.AppendData(bytes);
    }
}
