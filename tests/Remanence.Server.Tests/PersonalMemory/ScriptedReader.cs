using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Remanence.ScriptedModels;

namespace Remanence.Server.Tests.PersonalMemory;

/// <summary>Plays a model that reads a session as the scenario says: it answers from the prompt that it is shown, by its numbers.</summary>
internal sealed partial class ScriptedReader(ScenarioSession session)
{
    public Reply Answer(SeenRequest request)
    {
        var prompt = request.LastMessage;
        var lines = Numbered()
            .Matches(prompt)
            .ToDictionary(match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), match => match.Groups["text"].Value);
        return Reply.Text(
            prompt.Contains("same", StringComparison.Ordinal) && prompt.Contains("against", StringComparison.Ordinal) ? Relations(lines) : Facts(lines));
    }

    private string Facts(Dictionary<int, string> lines) => JsonSerializer.Serialize(new
    {
        facts = from fact in session.Facts
                from line in lines
                where line.Value.Contains(fact.From, StringComparison.Ordinal)
                select new
                {
                    fact = fact.Fact,
                    messages = new[] { line.Key },
                    subject = fact.Subject,
                    attribute = fact.Attribute,
                    value = fact.Value,
                    single = fact.OneAtATime,
                    negated = fact.Negated,
                },
    });

    private string Relations(Dictionary<int, string> lines) =>
        JsonSerializer.Serialize(
            new
            {
                relations = from relation in session.Relations
                            from first in lines
                            from second in lines
                            where
                                first.Key != second.Key
                                && first.Value.Contains(relation[0], StringComparison.Ordinal)
                                && second.Value.Contains(relation[1], StringComparison.Ordinal)
                            select new
                            {
                                first = first.Key,
                                second = second.Key,
                                relation = relation[2],
                                reason = relation.ElementAtOrDefault(3),
                            },
            });

    [GeneratedRegex(@"^\s*\[(?<number>\d+)\] (?<text>.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();
}
