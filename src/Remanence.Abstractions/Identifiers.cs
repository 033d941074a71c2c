using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Remanence;

/// <summary>Makes ids as Remanence makes them: 32 lower-case hexadecimal digits. Ids are opaque; any others are as good.</summary>
public static class Identifiers
{
    /// <summary>A new id that sorts by time (UUID version 7, RFC 9562).</summary>
    /// <param name="now">The present.</param>
    public static string New(DateTimeOffset now) => Guid.CreateVersion7(now).ToString("N");

    /// <summary>
    /// The same id for the same parts (UUID version 8 over SHA-256, RFC 9562), so that what is sent again is known again. A null part differs from an
    /// empty one.
    /// </summary>
    /// <param name="parts">What makes the thing this one and no other.</param>
    public static string From(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, part?.Length ?? -1);
            hash.AppendData(length);
            hash.AppendData(Encoding.Unicode.GetBytes(part ?? ""));
        }

        var digest = hash.GetHashAndReset().AsSpan(0, 16);
        digest[6] = (byte)((digest[6] & 0x0F) | 0x80);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return Convert.ToHexStringLower(digest);
    }
}
