using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Remanence.Cli.Errors;
using Remanence.Cli.Options;
using Remanence.Diagnostics;
using Remanence.Text.Time;

namespace Remanence.Cli.Conversations.Shapes;

/// <summary>When a message was said, by whatever name and in whatever unit a program writes it.</summary>
internal static partial class MessageTime
{
    /// <summary>The member that Remanence itself writes.</summary>
    public const string Own = "time";

    private static readonly HashSet<string> Said = new(
        [
            Own, "timestamp", "timestampms", "timems", "timeutc", "ts", "date", "datetime", "dateutc", "dateunixtime", "created", "createdat", "createdtime",
            "createdon", "createtime", "creationtime", "creationdate", "createtimestamp", "creationtimestamp", "createdtimestamp", "createddate", "datecreated",
            "sent", "sentat", "sentdate", "sendtime", "senttime", "published", "publishedat", "posted", "postedat", "received", "receivedat", "when", "saidat",
            "messagetime", "observedat", "occurredat", "unixtime", "epoch", "epochms",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Changed = new(
        [
            "updatedat", "updated", "updatetime", "updatedtime", "edited", "editedat", "edittime", "modified", "modifiedat", "editedtimestamp", "lastedited",
            "editedunixtime",
        ],
        StringComparer.Ordinal);

    /// <summary>Whether a member of this name holds a time.</summary>
    public static bool IsName(string name) => Plain(name) is var plain && (Said.Contains(plain) || Changed.Contains(plain));

    /// <summary>Reads the time of a message from its members; null: it has none.</summary>
    /// <exception cref="UsageException">A time cannot be read, can be read in two ways, or another one contradicts it.</exception>
    public static DateTimeOffset? Of(JsonElement item, string where)
    {
        (string Name, DateTimeOffset Time)? said = null;
        string? changed = null;
        foreach (var member in item.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null || !IsName(member.Name))
            {
                continue;
            }

            if (Changed.Contains(Plain(member.Name)))
            {
                changed = member.Name;
                continue;
            }

            var time = Read(member, where);
            if (said is { } other && !IsSame(other.Time, time))
            {
                throw new UsageException(
                    $"{where} has two times, {other.Name} {Show(other.Time)} and {member.Name} {Show(time)}; leave the one at which it was said.");
            }

            // Of two that agree, the finer one.
            said = said is { } kept && kept.Time.Ticks % TimeSpan.TicksPerSecond != 0 ? kept : (member.Name, time);
        }

        return said is null && changed is not null
            ? throw new UsageException($"{where}: {Printable.Line(changed)} tells when it was changed, not when it was said; give the time of saying as {Own}.")
            : said?.Time;
    }

    /// <summary>
    /// Reads a number of Unix seconds, or of milliseconds, microseconds or nanoseconds, by its size; null: it is too small or too large for a time of people.
    /// </summary>
    public static DateTimeOffset? OfNumber(double number) => number switch
    {
        >= 1e8 and < 1e10 => DateTimeOffset.UnixEpoch.AddTicks((long)Math.Round(number * 1e6) * 10),
        >= 1e11 and < 1e13 => DateTimeOffset.UnixEpoch.AddTicks((long)(number * 1e4)),
        >= 1e14 and < 1e16 => DateTimeOffset.UnixEpoch.AddTicks((long)(number * 10)),
        >= 1e17 and < 1e19 => DateTimeOffset.UnixEpoch.AddTicks((long)(number / 100)),
        _ => null,
    };

    /// <summary>Reads a time as text or number; null: it is none.</summary>
    public static DateTimeOffset? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => OfNumber(value.GetDouble()),
        JsonValueKind.String => OfText(value.GetString()!),
        _ => null,
    };

    private static DateTimeOffset Read(JsonProperty member, string where)
    {
        if (member.Value.ValueKind == JsonValueKind.String && TwoWays().IsMatch(member.Value.GetString()!))
        {
            throw new UsageException(
                $"{where}: {member.Name} {Printable.Show(member.Value.GetString()!)} may be day and month or month and day; write it like "
                + $"2026-05-08T13:56:00Z.");
        }

        return Of(member.Value)
            ?? throw new UsageException(
                $"{where}: the {member.Name} {Printable.Show(member.Value.ToString())} cannot be read; write it like 2026-05-08T13:56:00Z, or in Unix "
                + $"seconds or milliseconds.");
    }

    private static DateTimeOffset? OfText(string text) =>
        TimeOption.TryParse(text, out var time) ? time
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? OfNumber(number)
        : MessageTimes.TryParse(text, out time) ? time
        : null;

    // A date beside a time that lies in it, or seconds beside milliseconds, say the same.
    private static bool IsSame(DateTimeOffset one, DateTimeOffset other) =>
        (one - other).Duration() < TimeSpan.FromSeconds(1) || (one.Date == other.Date && (one.TimeOfDay == TimeSpan.Zero || other.TimeOfDay == TimeSpan.Zero));

    private static string Show(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    // createdAt, created_at and Created-At are one name.
    private static string Plain(string name) =>
        name.Replace("_", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal).ToLowerInvariant();

    [GeneratedRegex(
        @"^\s*(0?[1-9]|1[0-2])[/.\-](0?[1-9]|1[0-2])[/.\-]\d{2,4}\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TwoWays();
}
