using System.Globalization;

namespace Remanence.Operators;

/// <summary>Times as models and agents read them: the local time of the machine, <c>2025-09-10 09:00:00</c>.</summary>
internal static class ClockText
{
    public static string Of(DateTimeOffset time, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(time, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
