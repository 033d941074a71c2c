using System.Globalization;
using Remanence.Json;

namespace Remanence.Compat.ReMe.Library;

/// <summary>
/// Times as ReMe writes them: the local time of the machine, <c>2025-09-10 09:00:00</c>, without a zone. A memory's time keeps the offset that it was read
/// with, so that it is written back as it came.
/// </summary>
internal static class LocalTimes
{
    private const string Format = "yyyy-MM-dd HH:mm:ss";

    /// <summary>Reads ReMe's form, and RFC 3339.</summary>
    public static bool TryParse(string text, TimeZoneInfo zone, out DateTimeOffset time)
    {
        if (DateTime.TryParseExact(text.Trim(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            time = new DateTimeOffset(local, zone.GetUtcOffset(local));
            return true;
        }

        return JsonTime.TryParse(text.Trim(), out time);
    }

    public static string Write(DateTimeOffset time, TimeZoneInfo zone)
    {
        var shown = time.Offset == TimeSpan.Zero ? TimeZoneInfo.ConvertTime(time, zone) : time;
        return shown.ToString(Format, CultureInfo.InvariantCulture);
    }
}
