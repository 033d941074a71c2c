using System.Buffers.Binary;

namespace Remanence.Sqlite.Repair;

/// <summary>Takes records apart (sqlite.org/fileformat2.html, section 2.1).</summary>
internal static class RecordParser
{
    // No table has more.
    private const int MostFields = 64;

    /// <summary>The fields of a record; null: it is none, as its parts do not add up to it.</summary>
    public static IReadOnlyList<RecordValue>? Parse(ReadOnlySpan<byte> record)
    {
        var at = 0;
        if (!Varint.TryRead(record, ref at, out var headerBytes) || headerBytes < at || headerBytes > record.Length)
        {
            return null;
        }

        var values = new List<RecordValue>();
        var header = record[..(int)headerBytes];
        var body = (int)headerBytes;
        while (at < header.Length)
        {
            if (values.Count == MostFields || !Varint.TryRead(header, ref at, out var type) || Value(record, type, body) is not { } value)
            {
                return null;
            }

            values.Add(value);
            body += value.Length;
        }

        return body == record.Length ? values : null;
    }

    private static RecordValue? Value(ReadOnlySpan<byte> record, long type, int at)
    {
        if (type is < 0 or 10 or 11)
        {
            return null;
        }

        var length = type switch
        {
            0 or 8 or 9 => 0,
            <= 4 => type,
            5 => 6,
            6 or 7 => 8,
            _ => (type - 12) / 2,
        };
        if (length > record.Length - at)
        {
            return null;
        }

        var bytes = record.Slice(at, (int)length);
        return type switch
        {
            0 => new RecordValue(RecordKind.Null),
            7 => new RecordValue(RecordKind.Real, Real: BinaryPrimitives.ReadDoubleBigEndian(bytes), At: at, Length: bytes.Length),
            8 or 9 => new RecordValue(RecordKind.Integer, type - 8, At: at),
            <= 6 => new RecordValue(RecordKind.Integer, Integer(bytes), At: at, Length: bytes.Length),
            _ => new RecordValue(type % 2 == 1 ? RecordKind.Text : RecordKind.Blob, At: at, Length: bytes.Length),
        };
    }

    private static long Integer(ReadOnlySpan<byte> bytes)
    {
        long value = (sbyte)bytes[0];
        foreach (var next in bytes[1..])
        {
            value = (value << 8) | next;
        }

        return value;
    }
}
