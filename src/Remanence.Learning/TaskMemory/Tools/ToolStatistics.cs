namespace Remanence.TaskMemory.Tools;

/// <summary>What the last calls of a tool were like.</summary>
/// <param name="Calls">How many calls count.</param>
/// <param name="SuccessRate">Share of calls that went well, 0 to 1.</param>
/// <param name="AverageScore">Mean usefulness, 0 to 1.</param>
/// <param name="AverageSeconds">Mean time.</param>
/// <param name="AverageTokens">Mean tokens of the calls whose tokens are known; 0 when none are.</param>
internal sealed record ToolStatistics(int Calls, double SuccessRate, double AverageScore, double AverageSeconds, double AverageTokens)
{
    /// <param name="results">The calls, oldest first.</param>
    /// <param name="last">At most so many of the last.</param>
    public static ToolStatistics Of(IReadOnlyList<ToolCallResult> results, int last)
    {
        var recent = results.Skip(Math.Max(results.Count - last, 0)).ToList();
        if (recent.Count == 0)
        {
            return new ToolStatistics(0, 0, 0, 0, 0);
        }

        var known = recent.Where(result => result.TokenCost >= 0).ToList();
        return new ToolStatistics(
            recent.Count,
            Math.Round(recent.Count(result => result.Success) / (double)recent.Count, 4),
            Math.Round(recent.Average(result => result.Score), 3),
            Math.Round(recent.Average(result => result.TimeCost), 3),
            known.Count == 0 ? 0 : Math.Round(known.Average(result => (double)result.TokenCost), 2));
    }
}
