using System.Buffers;
using System.Text;

namespace Remanence.Http;

/// <summary>Percent-decoding, exactly once and strictly: what is not well-formed UTF-8 is refused instead of guessed at.</summary>
public static class PercentEncoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes a text.</summary>
    /// <param name="encoded">The text.</param>
    /// <param name="plusIsSpace">Whether a plus sign stands for a space, as in queries.</param>
    /// <param name="decoded">What it says; empty where it is not well-formed.</param>
    public static bool TryDecode(ReadOnlySpan<char> encoded, bool plusIsSpace, out string decoded)
    {
        decoded = string.Empty;
        if (encoded.IndexOfAny('%', '+') < 0)
        {
            decoded = encoded.ToString();
            return IsWellFormed(decoded);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Strict.GetMaxByteCount(encoded.Length));
        try
        {
            return TryFill(encoded, plusIsSpace, buffer, out var length) && TryRead(buffer.AsSpan(0, length), out decoded);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Whether a text holds no half of a surrogate pair.</summary>
    /// <param name="text">The text.</param>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAnyInRange('\ud800', '\udfff'); at >= 0;)
        {
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return false;
            }

            text = text[(at + 2)..];
            at = text.IndexOfAnyInRange('\ud800', '\udfff');
        }

        return true;
    }

    private static bool TryFill(ReadOnlySpan<char> encoded, bool plusIsSpace, byte[] buffer, out int length)
    {
        length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            var c = encoded[i];
            if (c == '%')
            {
                if (i + 2 >= encoded.Length || !char.IsAsciiHexDigit(encoded[i + 1]) || !char.IsAsciiHexDigit(encoded[i + 2]))
                {
                    return false;
                }

                buffer[length++] = (byte)((Hex(encoded[i + 1]) << 4) | Hex(encoded[i + 2]));
                i += 2;
            }
            else if (Rune.DecodeFromUtf16(encoded[i..], out var rune, out var used) == OperationStatus.Done)
            {
                length += (plusIsSpace && c == '+' ? new Rune(' ') : rune).EncodeToUtf8(buffer.AsSpan(length));
                i += used - 1;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryRead(ReadOnlySpan<byte> bytes, out string text)
    {
        var valid = System.Text.Unicode.Utf8.IsValid(bytes);
        text = valid ? Strict.GetString(bytes) : string.Empty;
        return valid;
    }

    private static int Hex(char digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
