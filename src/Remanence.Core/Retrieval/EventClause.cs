using System.Text;
using System.Text.RegularExpressions;
using Remanence.Text.Time;

namespace Remanence.Retrieval;

/// <summary>A part of a question that names a time by an event: "before I moved to Berlin", "since my wedding", 搬家之前, 结婚以后.</summary>
/// <param name="Text">All its words.</param>
/// <param name="Event">Those that name the event.</param>
/// <param name="Times">When the question says that it was: "since the wedding in May".</param>
/// <param name="Side">Where the time lies.</param>
internal sealed partial record EventClause(string Text, string Event, IReadOnlyList<TimeMention> Times, EventSide Side)
{
    // Longer questions are pasted pages; a clause is named near the beginning.
    private const int ReadLength = 400;

    // Never reached: what is matched is short.
    private const int MatchMilliseconds = 1_000;

    /// <summary>The first clause of the question; null where it has none, or names the time itself ("before May 2021").</summary>
    /// <param name="question">The question.</param>
    /// <param name="named">The times that it names.</param>
    public static EventClause? Find(string question, IReadOnlyList<TimeMention> named)
    {
        var text = question.Length > ReadLength ? question[..ReadLength] : question;
        return English()
                .Matches(text)
                .Select(match => Read(match, match.Index, match.Groups["event"].Index + 4, named))
                .FirstOrDefault(clause => clause is not null)
            ?? Chinese()
                .Matches(text)
                .Select(match => Read(match, match.Groups["side"].Index, match.Index + match.Length, named))
                .FirstOrDefault(clause => clause is not null);
    }

    // What stands from..to next to "before" or 之前 must not be a time itself.
    private static EventClause? Read(Match match, int from, int to, IReadOnlyList<TimeMention> named)
    {
        var happened = match.Groups["event"];
        var end = happened.Index + happened.Length;
        if (named.Any(mention => mention.Start < to && from < mention.Start + mention.Length))
        {
            return null;
        }

        var times = named.Where(mention => mention.Start >= happened.Index && mention.Start + mention.Length <= end).ToList();
        var words = new StringBuilder(happened.Value);
        foreach (var time in times)
        {
            words.Remove(time.Start - happened.Index, time.Length).Insert(time.Start - happened.Index, " ", time.Length);
        }

        return words.ToString().Trim() is { Length: > 0 } rest
            ? new EventClause(match.Value.Trim(), rest, times, SideOf(match.Groups["side"].Value.ToUpperInvariant()))
            : null;
    }

    private static EventSide SideOf(string word) => word switch
    {
        "BEFORE" or "之前" or "以前" or "前" => EventSide.Before,
        "SINCE" or "以来" or "至今" => EventSide.Since,
        "UNTIL" or "TILL" or "为止" => EventSide.Until,
        _ => EventSide.After,
    };

    // An article, a pronoun, a name or a verb in -ing begins an event; "before lunch" and "after work" are habits.
    [GeneratedRegex(
        @"\b(?<side>(?i:before|after|since|until|till))\s+(?<event>((?i:i|we|he|she|they|you|it|my|our|his|her|their|your|the)(?=\s)|[A-Z]\w+"
        + @"|\w{2,}ing(?=\s|[?.!,]|$))((?!\b(what|where|who|which|how|why|did|do|does)\b)[^?.!;,:\n]){0,120})",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex English();

    // The event is what stands behind the last pronoun or 在, 从, 自.
    [GeneratedRegex(
        @"(?<=^|[，。？！；,?!;\s我你他她们在从自])(?<event>[^，。？！；,?!;\s我你他她们在从自]{2,20}?)(?<side>之前|以前|之后|以后|以来|至今|为止|前(?![天面年几边台期途者])|后(?![天面来年边台期果悔者]))",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex Chinese();
}
