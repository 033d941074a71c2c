using System.Globalization;

namespace Remanence.Json;

/// <summary>
/// Times as they are written in requests: RFC 3339, a time without offset meaning UTC and a date its first instant in UTC. Nothing depends
/// on the time zone of the machine that reads.
/// </summary>
public static class JsonTime
{
    private const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal;

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mmK",
        "yyyy-MM-dd",
    ];

    /// <summary>Reads a time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="time">The time.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(text);
        time = default;
        if (text.Length is < 10 or > 40)
        {
            return false;
        }

        // RFC 3339 allows both in lower case.
        var plain = text[^1] == 'z' ? string.Concat(text.AsSpan(0, text.Length - 1), "Z") : text;
        if (plain[10..] is ['t', ..])
        {
            plain = string.Concat(plain.AsSpan(0, 10), "T", plain.AsSpan(11));
        }

        return DateTimeOffset.TryParseExact(TrimFraction(plain), Formats, CultureInfo.InvariantCulture, Styles, out time);
    }

    // More digits than a tick has are no reason to refuse a time.
    private static string TrimFraction(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return text;
        }

        var end = dot + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - dot - 1 <= 7 ? text : string.Concat(text.AsSpan(0, dot + 8), text.AsSpan(end));
    }
}
