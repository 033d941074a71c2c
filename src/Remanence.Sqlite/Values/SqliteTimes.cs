using System.Buffers.Binary;

namespace Remanence.Sqlite.Values;

/// <summary>
/// Times are stored as UTC ticks, which compare; the offsets they were written with, in minutes, lie beside them, and nowhere when all are zero.
/// </summary>
internal static class SqliteTimes
{
    public static byte[]? Offsets(params ReadOnlySpan<DateTimeOffset?> times)
    {
        byte[]? offsets = null;
        for (var i = 0; i < times.Length; i++)
        {
            if (times[i] is { TotalOffsetMinutes: not 0 } time)
            {
                offsets ??= new byte[times.Length * sizeof(short)];
                BinaryPrimitives.WriteInt16LittleEndian(offsets.AsSpan(i * sizeof(short)), (short)time.TotalOffsetMinutes);
            }
        }

        return offsets;
    }

    public static DateTimeOffset Read(long ticks, ReadOnlySpan<byte> offsets, int index) => offsets.IsEmpty
        ? new DateTimeOffset(ticks, TimeSpan.Zero)
        : Read(ticks, BinaryPrimitives.ReadInt16LittleEndian(offsets[(index * sizeof(short))..]));

    public static DateTimeOffset Read(long ticks, long offsetMinutes) =>
        new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(offsetMinutes));

    public static DateTimeOffset? Read(long? ticks, ReadOnlySpan<byte> offsets, int index) =>
        ticks is { } known ? Read(known, offsets, index) : null;
}
