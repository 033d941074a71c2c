using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;

namespace Remanence.Stores;

/// <summary>The cursors that stores give out: opaque to callers, and checked when they come back.</summary>
public static class StoreCursor
{
    private const byte Version = 1;
    private const int Size = 14;

    /// <summary>Writes a cursor.</summary>
    /// <param name="list">Which list it walks, one letter a list, so that one list's cursor is refused by another.</param>
    /// <param name="position">The position of the last item given out.</param>
    public static string Encode(char list, long position)
    {
        Span<byte> bytes = stackalloc byte[Size];
        bytes[0] = Version;
        bytes[1] = (byte)list;
        BinaryPrimitives.WriteInt64BigEndian(bytes[2..], position);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[10..], Checksum(bytes[..10]));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a cursor.</summary>
    /// <param name="list">Which list it must walk.</param>
    /// <param name="cursor">The cursor; null: from the start.</param>
    /// <param name="start">The position before the first item.</param>
    /// <exception cref="InvalidCursorException">It is not a cursor of this list.</exception>
    public static long Decode(char list, string? cursor, long start)
    {
        if (cursor is null)
        {
            return start;
        }

        Span<byte> bytes = stackalloc byte[Size];
        if (cursor.Length != Base64Url.GetEncodedLength(Size)
            || Base64Url.DecodeFromChars(cursor, bytes, out _, out var written) != System.Buffers.OperationStatus.Done
            || written != Size
            || bytes[0] != Version
            || bytes[1] != (byte)list
            || BinaryPrimitives.ReadUInt32BigEndian(bytes[10..]) != Checksum(bytes[..10]))
        {
            throw new InvalidCursorException($"\"{Shorten(cursor)}\" is not a cursor of this list; pass next_cursor as it was given, or none to start anew.");
        }

        return BinaryPrimitives.ReadInt64BigEndian(bytes[2..]);
    }

    // FNV-1a: it tells garbage and typing errors apart, and is no protection against forgery; a forged position shows nothing that a scope hides.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261u;
        foreach (var value in bytes)
        {
            hash = (hash ^ value) * 16777619u;
        }

        return hash;
    }

    private static string Shorten(string text)
    {
        var shown = new StringBuilder();
        foreach (var letter in text.AsSpan(0, Math.Min(40, text.Length)))
        {
            shown.Append(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '=' ? letter : '?');
        }

        return shown.ToString();
    }
}
