namespace Remanence.Evaluation.Facts;

/// <summary>What the rules made of the statements of one topic.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Statements">Texts that state something.</param>
/// <param name="Found">Those of which everything that was to be believed is.</param>
/// <param name="Silent">Texts that state nothing.</param>
/// <param name="Kept">Those of which nothing was made.</param>
/// <param name="Right">Facts that say what is expected.</param>
/// <param name="Wrong">Facts that do not, of either sort of text.</param>
internal sealed record FactsScore(string Topic, int Statements, int Found, int Silent, int Kept, int Right, int Wrong)
{
    /// <summary>The share of facts that are right; null where there are none.</summary>
    public double? Precision => Right + Wrong == 0 ? null : (double)Right / (Right + Wrong);

    /// <summary>The share of statements that are understood whole; null where there are none.</summary>
    public double? Recall => Statements == 0 ? null : (double)Found / Statements;

    public static FactsScore Of(string topic, IEnumerable<StatementOutcome> outcomes)
    {
        StatementOutcome[] all = [.. outcomes];
        return new FactsScore(
            topic,
            all.Count(one => one.States),
            all.Count(one => one.IsFound),
            all.Count(one => !one.States),
            all.Count(one => !one.States && one.Wrong.Count == 0),
            all.Sum(one => one.Right.Count),
            all.Sum(one => one.Wrong.Count));
    }
}
