using System.Text.RegularExpressions;
using Remanence.Memories;

namespace Remanence.Text.Time;

/// <summary>"They come Monday and leave Friday": who leaves has come before, so that the second of two weekdays lies behind the first.</summary>
internal static partial class Stays
{
    private const int Week = 7;

    // Never reached: what is matched is short.
    private const int MatchMilliseconds = 1_000;

    public static void Order(string text, List<TimeMention> mentions, DateTimeOffset now)
    {
        for (var i = 1; i < mentions.Count; i++)
        {
            var (first, second) = (mentions[i - 1], mentions[i]);
            var end = first.Start + first.Length;
            if (
                second.Interval.Start >= first.Interval.Start
                || !IsWeekday(text, first)
                || !IsWeekday(text, second)
                || !Leaving().IsMatch(text[end..second.Start]))
            {
                continue;
            }

            if (second.Interval.Start > now)
            {
                mentions[i] = second with { Interval = Moved(second, Week) };
            }
            else if (first.Interval.Start < now)
            {
                mentions[i - 1] = first with { Interval = Moved(first, -Week) };
            }
        }
    }

    private static TimeInterval Moved(TimeMention mention, int days) =>
        new(mention.Interval.Start.AddDays(days), mention.Interval.End.AddDays(days));

    private static bool IsWeekday(string text, TimeMention mention) => Weekday().IsMatch(text[mention.Start..(mention.Start + mention.Length)]);

    [GeneratedRegex(
        @"^(on\s+)?(mon|tues|wednes|thurs|fri|satur|sun)day$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        MatchMilliseconds)]
    private static partial Regex Weekday();

    [GeneratedRegex(
        @"^,?\s+(and|then|and then)\s+([\w']+\s+){0,2}(leaves?|left|returns?|returned|departs?|departed|goes|go|went|fl(y|ies|ew)|driv(e|es)|drove|heads?"
        + @"|headed|ends?|ended|finish(es|ed)?|gets?|got|com(e|es) back|came back)(\s+(back|home|again|off|away|out|over))*(\s+on)?\s+$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        MatchMilliseconds)]
    private static partial Regex Leaving();
}
