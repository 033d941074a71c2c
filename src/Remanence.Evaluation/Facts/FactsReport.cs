namespace Remanence.Evaluation.Facts;

/// <summary>What the rules made of a file of statements in one language.</summary>
/// <param name="File">The file.</param>
/// <param name="Language">The language.</param>
/// <param name="Overall">All of them.</param>
/// <param name="Topics">By topic, in their order in the file.</param>
internal sealed record FactsReport(string File, string Language, FactsScore Overall, IReadOnlyList<FactsScore> Topics)
{
    public static IEnumerable<FactsReport> Of(IEnumerable<StatementOutcome> outcomes) => outcomes
        .GroupBy(one => (one.File, one.Language))
        .Select(group => new FactsReport(
            group.Key.File,
            group.Key.Language,
            FactsScore.Of("all", group),
            [.. group.GroupBy(one => one.Topic, StringComparer.Ordinal).Select(topic => FactsScore.Of(topic.Key, topic))]));
}
