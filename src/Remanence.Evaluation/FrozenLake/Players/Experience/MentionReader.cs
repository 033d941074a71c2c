using System.Globalization;
using System.Text.RegularExpressions;
using Remanence.Evaluation.FrozenLake.Protocol;
using Remanence.Evaluation.FrozenLake.Simulation;

namespace Remanence.Evaluation.FrozenLake.Players.Experience;

/// <summary>
/// Finds what a text mentions. Services word experience as they like, so many spellings are read; <c>docs/cookbook/frozenlake.md</c> lists them.
/// </summary>
internal static partial class MentionReader
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly HashSet<string> Good = new(StringComparer.OrdinalIgnoreCase)
        { "success", "succeeded", "successful", "solved", "won", "win", "passed", "completed", "reached", "true" };

    private static readonly HashSet<string> Bad = new(StringComparer.OrdinalIgnoreCase)
        { "failure", "failed", "fail", "unsuccessful", "unsolved", "lost", "fell", "hole", "not", "incomplete", "timeout", "false" };

    /// <summary>The mentions in their order.</summary>
    public static IReadOnlyList<Mention> Read(string text)
    {
        // Experience that was JSON once shows its line ends as two characters.
        text = text.Replace("\\n", " \n", StringComparison.Ordinal);
        List<Mention> mentions = [.. Maps(text), .. Outcomes(text), .. Holes(text), .. Lists(text)];
        if (!mentions.Any(mention => mention is Mention.Actions))
        {
            mentions.AddRange(Replies(text, mentions));
        }

        return [.. mentions.OrderBy(mention => mention.At)];
    }

    private static IEnumerable<Mention.Map> Maps(string text)
    {
        foreach (Match match in RowRun().Matches(text))
        {
            var rows = Row().Matches(match.Value);
            for (var i = 0; i < rows.Count; i++)
            {
                var size = rows[i].Length;
                var candidate = rows.Skip(i).Take(size).Select(row => row.Value).ToArray();
                if (candidate.Length == size && candidate[0][0] == LakeMap.StartCell && candidate.All(row => row.Length == size))
                {
                    yield return new Mention.Map(match.Index + rows[i].Index, candidate);
                    i += size - 1;
                }
            }
        }
    }

    private static IEnumerable<Mention.Outcome> Outcomes(string text)
    {
        foreach (Match match in Outcome().Matches(text))
        {
            var word = match.Groups["word"].Value;
            var score = match.Groups["score"].Value;
            if (match.Groups["good"].Success || Good.Contains(word) || score.StartsWith('1'))
            {
                yield return new Mention.Outcome(match.Index, Success: true);
            }
            else if (match.Groups["bad"].Success || Bad.Contains(word) || score.StartsWith('0'))
            {
                yield return new Mention.Outcome(match.Index, Success: false);
            }
        }
    }

    private static IEnumerable<Mention.Hole> Holes(string text) =>
        from match in HoleAt().Matches(text)
        select new Mention.Hole(match.Index, new LakeCell(Number(match.Groups["row"]) - 1, Number(match.Groups["column"]) - 1));

    private static IEnumerable<Mention.Actions> Lists(string text)
    {
        foreach (Match match in List().Matches(text))
        {
            var list = match.Groups["words"].Success ? match.Groups["words"] : match.Groups["digits"];
            var items = match.Groups["words"].Success ? Word().Matches(list.Value) : Digit().Matches(list.Value);
            var whole = !Ellipsis().IsMatch(list.Value) && !CutOff().IsMatch(text.AsSpan(list.Index + list.Length));
            yield return new Mention.Actions(match.Index, [.. items.Select(item => ActionParser.FromWord(item.ValueSpan)!.Value)], whole);
        }
    }

    // Where no list is given, the answers themselves may be: {"action":"1"} … {"action":"2"}. A map or an outcome between two of them ends a run.
    private static IEnumerable<Mention.Actions> Replies(string text, List<Mention> others)
    {
        var ends = others.Where(other => other is Mention.Map or Mention.Outcome).Select(other => other.At).Order().ToArray();
        return from match in Reply().Matches(text)
               group match by ends.Count(end => end < match.Index) into run
               select new Mention.Actions(
                   run.Last().Index,
                   [.. run.Select(match => ActionParser.FromWord(match.Groups["value"].ValueSpan)!.Value)],
                   !run.Any(match => Ellipsis().IsMatch(match.Value)));
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b[SFHG]{2,}(?:[^A-Za-z]{1,12}[SFHG]{2,})+\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex RowRun();

    [GeneratedRegex("[SFHG]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Row();

    [GeneratedRegex(
        @"\b(?:outcome|result|status)[""'*]*\s*[:=]\s*[""'*]*(?<word>[a-z]+)"
        + @"|\bscore[""'*]*\s*[:=]?\s*(?<score>[01](?:\.0+)?)\b"
        + @"|\b(?<good>reached the goal)\b|\b(?<bad>fell into (?:a|the) hole)\b",
        Options)]
    private static partial Regex Outcome();

    [GeneratedRegex(@"\bhole at row (?<row>\d{1,3}),? (?:and )?col(?:umn)? (?<column>\d{1,3})\b", Options)]
    private static partial Regex HoleAt();

    [GeneratedRegex(
        @"\b(?:actions|moves|steps|path|sequence)(?: taken| made)?[""'*]*\s*[:=]"
        + @"(?:[^A-Za-z]{0,8}(?<words>(?:left|down|right|up)\b(?:[^A-Za-z]{0,12}(?:(?:then|and|move|go) )*(?:left|down|right|up)\b)*)"
        + @"|[^A-Za-z\d]{0,8}(?<digits>[0-3]\b(?:[^\w]{1,6}[0-3]\b)*))",
        Options)]
    private static partial Regex List();

    [GeneratedRegex("left|down|right|up", Options)]
    private static partial Regex Word();

    [GeneratedRegex("[0-3]", Options)]
    private static partial Regex Digit();

    [GeneratedRegex(@"…|\.\.\.", Options)]
    private static partial Regex Ellipsis();

    [GeneratedRegex(@"\A[\s,;>→\-\]""'(\[]*(?:…|\.\.\.|\+|(?:and )?\d+ (?:more|others))", Options)]
    private static partial Regex CutOff();

    [GeneratedRegex(@"\baction[\\""']*\s*[:=]\s*[\\""']*(?<value>[0-3]|left|down|right|up)\b", Options)]
    private static partial Regex Reply();
}
