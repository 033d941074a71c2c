namespace Remanence.Sqlite.Repair;

/// <summary>SQLite's numbers of one to nine bytes.</summary>
internal static class Varint
{
    /// <summary>Reads a number and goes behind it.</summary>
    /// <returns>False when the bytes end before it does.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, ref int at, out long value)
    {
        value = 0;
        for (var i = 0; i < 9; i++)
        {
            if (at >= bytes.Length)
            {
                return false;
            }

            var next = bytes[at++];
            if (i == 8)
            {
                value = (value << 8) | next;
                return true;
            }

            value = (value << 7) | (uint)(next & 0x7f);
            if (next < 0x80)
            {
                return true;
            }
        }

        return false;
    }
}
