using System.Text.RegularExpressions;
using Remanence.Memories;
using Remanence.Text.Time.Patterns;
using Remanence.Text.Time.Speech;

namespace Remanence.Text.Time;

/// <summary>What a statement says of when: stretches of time, a repetition, or both ("I was born on 3 May 1990"); neither when it names no time.</summary>
/// <param name="Event">The time that it is known by: the first exact one named, or else one open on a side, or else a vague one.</param>
/// <param name="Recurrence">The first repetition named; a birthday's or an anniversary's is yearly.</param>
public sealed partial record SpokenTime(EventTime? Event, Recurrence? Recurrence)
{
    // A time is named near the beginning or not at all; a pasted book is not read to its end for it.
    private const int ReadLength = 4_000;

    // Who names more tells a calendar.
    private const int MostTimes = 16;

    // So much of a sentence says whether a date is a birthday's.
    private const int Nearby = 60;

    // Never reached: what is matched is short.
    private const int MatchMilliseconds = 1_000;

    /// <summary>The other times that it tells of, exact ones first.</summary>
    public IReadOnlyList<EventTime> More { get; private init; } = [];

    /// <summary>Reads a statement, from when it was said in the speaker's zone.</summary>
    public static SpokenTime Read(string text, DateTimeOffset saidAt)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = text.Length > ReadLength ? text[..ReadLength] : text;
        var spoken = new List<EventTime>();
        Recurrence? recurrence = null;
        var mentions = TimeExpressions.Find(read, saidAt);
        var captions = mentions.Count > 0 ? Captions.Find(read) : [];
        foreach (var mention in mentions)
        {
            if (IsWithin(mention, captions))
            {
                continue;
            }

            var born = IsBirth(text, mention);
            if (mention.Recurring || born || IsBirthday(text, mention))
            {
                recurrence ??= mention.Recurring ? mention.Repeats : Yearly(mention);
            }

            if (
                !mention.Recurring
                && mention.IsEvent
                && (born || !IsBirthday(text, mention))
                && TimeOf(mention, saidAt) is { } time
                && !spoken.Contains(time)
                && spoken.Count < MostTimes)
            {
                spoken.Add(time);
            }
        }

        EventTime[] times =
        [
            .. spoken.OrderBy(time =>
                time.Precision switch
                {
                    TimePrecision.Vague => 2,
                    TimePrecision.Open => 1,
                    _ => 0,
                }),
        ];
        return new SpokenTime(times.Length > 0 ? times[0] : null, recurrence is null ? null : RecurrenceStart.Count(recurrence, text, mentions))
        {
            More = times.Length > 1 ? times[1..] : [],
        };
    }

    // A deadline begins when it is set; "before 2020" alone names no time.
    private static EventTime? TimeOf(TimeMention mention, DateTimeOffset saidAt)
    {
        if (mention.Interval.Start > DateTimeOffset.MinValue)
        {
            return new EventTime(mention.Interval, mention.Precision);
        }

        return mention.Interval.End > saidAt ? new EventTime(mention.Interval with { Start = saidAt }, mention.Precision) : null;
    }

    private static bool IsWithin(TimeMention mention, IReadOnlyList<Range> ranges)
    {
        foreach (var range in ranges)
        {
            if (mention.Start >= range.Start.Value && mention.Start < range.End.Value)
            {
                return true;
            }
        }

        return false;
    }

    // "my birthday is next Friday" names its date as well as "is May 3" does.
    private static Recurrence Yearly(TimeMention mention) =>
        mention.Repeats is { Frequency: Frequency.Yearly } repeats
            ? repeats with
            {
                Minute = null,
            }
            : Recurrence.OnDate(mention.Interval.Start.Month, mention.Interval.Start.Day);

    private static bool IsBirthday(string text, TimeMention mention) =>
        IsDay(mention) && (BirthdayBefore().IsMatch(Before(text, mention)) || BirthdayAfter().IsMatch(After(text, mention)));

    private static bool IsBirth(string text, TimeMention mention) =>
        IsDay(mention) && (BornBefore().IsMatch(Before(text, mention)) || BornAfter().IsMatch(After(text, mention)));

    private static bool IsDay(TimeMention mention) =>
        mention is { Precision: TimePrecision.Day, Fuzzy: false } && mention.Interval.Length == TimeSpan.FromDays(1);

    private static string Before(string text, TimeMention mention) => text[Math.Max(0, mention.Start - Nearby)..mention.Start];

    private static string After(string text, TimeMention mention)
    {
        var end = mention.Start + mention.Length;
        return text[end..Math.Min(text.Length, end + Nearby)];
    }

    [GeneratedRegex(
        @"(\b(birthday|b-day|bday|anniversary)(\s+(is|was|falls|comes|always|on|the|usually|every|year))*[\s:,]*|(生日|纪念日|紀念日|忌日)(都?就?是|在|为|：|:"
        + @"|，是)?(每年的?)?\s*)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex BirthdayBefore();

    [GeneratedRegex(
        @"^(\s*(is|was|will be|,)?\s+([\w'’]+\s+){0,3}(birthday|b-day|bday|anniversary)\b(?!\s+(party|dinner|cake|present|gift|trip|celebration|card))"
        + @"|(就?是|，是)?[^，。；！？,.!?]{0,8}?(生日|纪念日|紀念日)(?![会宴聚派蛋礼]))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex BirthdayAfter();

    [GeneratedRegex(
        @"(\bborn(\s+[\w'’,]+){0,4}\s*|(生于|出生于|出生在)\s*)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        MatchMilliseconds)]
    private static partial Regex BornBefore();

    [GeneratedRegex(@"^\s*(出生|生的)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex BornAfter();
}
