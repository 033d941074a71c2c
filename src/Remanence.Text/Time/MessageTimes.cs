using System.Globalization;
using Remanence.Text.Time.Calendar;
using Remanence.Text.Time.Chinese;
using Remanence.Text.Time.English;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Reading;

namespace Remanence.Text.Time;

/// <summary>Reads a message's timestamp as exports write it.</summary>
public static class MessageTimes
{
    private const int LongestTimestamp = 64;
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    // So far from every year accepted that a relative one ("last year") is refused with the rest.
    private static readonly TimeContext Utc = new(new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>
    /// Accepts a complete date with or without a clock time in the usual spellings, English or Chinese, and Unix seconds or
    /// milliseconds. Without an offset the time is taken for UTC. False for anything else and outside the years 1900 to 2200.
    /// </summary>
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        var trimmed = text?.Trim();
        return !string.IsNullOrEmpty(trimmed)
            && trimmed.Length <= LongestTimestamp
            && (IsDigits(trimmed) ? TryUnix(trimmed, out time) : TryDate(trimmed, out time))
            && time.Year is >= FirstYear and <= LastYear;
    }

    private static bool IsDigits(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    // Nine and ten digits are seconds of 1973 to 2286, twelve and thirteen the same in milliseconds.
    private static bool TryUnix(string digits, out DateTimeOffset time)
    {
        time = default;
        if (digits.Length is not (9 or 10 or 12 or 13))
        {
            return false;
        }

        var number = long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        time = digits.Length <= 10 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number);
        return true;
    }

    private static bool TryDate(string text, out DateTimeOffset time)
    {
        time = default;
        using var tokens = new TokenStream(text, Utc);
        TimeScanner.Scan(text, tokens);
        var read = ParsedPattern.Longer(EnglishPoints.Simple(tokens, 0, guarded: false), ChineseTimeGrammar.Point(tokens, 0));
        if (read is not { Pattern: { Kind: PatternKind.Yearly, Year: not null, Rule.IsSingleDay: true } pattern } parsed
            || pattern.Rule.Kind != YearlyKind.Days
            || !IsPoint(pattern)
            || parsed.Next != tokens.Count
            || PatternResolver.Resolve(pattern, Utc, future: false) is not { } span)
        {
            return false;
        }

        return TryInOwnZone(span.Start, pattern.Time?.ZoneMinutes ?? 0, out time);
    }

    // "7 May 2023, morning" is no timestamp.
    private static bool IsPoint(in TimePattern pattern) => pattern.Time is not { } time || time.End - time.Start <= TimeSpan.TicksPerHour;

    private static bool TryInOwnZone(long utcTicks, int zoneMinutes, out DateTimeOffset time)
    {
        var offset = TimeSpan.FromMinutes(zoneMinutes);
        var last = DateTime.MaxValue.Ticks;
        var local = utcTicks + offset.Ticks;
        var valid = utcTicks >= 0 && utcTicks <= last && local >= 0 && local <= last;
        time = valid ? new DateTimeOffset(local, offset) : default;
        return valid;
    }
}
