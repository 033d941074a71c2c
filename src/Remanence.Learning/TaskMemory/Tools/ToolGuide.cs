using System.Globalization;
using System.Text;
using Remanence.Diagnostics;

namespace Remanence.TaskMemory.Tools;

/// <summary>What an agent should know before it calls a tool: the text, and below it the statistics of the last calls.</summary>
internal static class ToolGuide
{
    private const int Examples = 3;
    private const int MaxInput = 160;
    private const int MaxOutput = 200;

    /// <summary>A guide written without a model: calls that gave something, and calls that did not.</summary>
    public static string Write(string tool, IReadOnlyList<ToolCallResult> results, int recent)
    {
        var last = results.Skip(Math.Max(results.Count - recent, 0)).Reverse().ToList();
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{JsonInWords.Of(tool)}: what calls so far have shown.");
        AppendCalls(
            text,
            "Calls that gave a result:",
            last.Where(result => result.Score >= 0.5),
            result => $"{Input(result)} → {ShortText.OneLine(JsonInWords.Of(result.Output), MaxOutput)}");
        AppendCalls(text, "Calls that did not:", last.Where(result => result.Score < 0.5), result => $"{Input(result)} → {Reason(result)}");
        return WithStatistics(text.ToString(), results, recent);
    }

    /// <summary>A guide with its statistics.</summary>
    public static string WithStatistics(string guide, IReadOnlyList<ToolCallResult> results, int recent)
    {
        var statistics = ToolStatistics.Of(results, recent);
        return string.Create(CultureInfo.InvariantCulture, $"""
            {guide.Trim()}

            Statistics of the last {statistics.Calls} calls:
            - success rate: {statistics.SuccessRate * 100:0.##}%
            - average score: {statistics.AverageScore:0.000}
            - average time: {statistics.AverageSeconds:0.000} s
            - average tokens: {statistics.AverageTokens:0.##}
            """);
    }

    private static void AppendCalls(StringBuilder text, string heading, IEnumerable<ToolCallResult> calls, Func<ToolCallResult, string> line)
    {
        var lines = calls.Select(line).Distinct(StringComparer.Ordinal).Take(Examples).ToList();
        if (lines.Count > 0)
        {
            text.Append('\n').Append(heading);
            lines.ForEach(each => text.Append("\n- ").Append(each));
        }
    }

    private static string Input(ToolCallResult result) => ShortText.OneLine(JsonInWords.Of(result.Input), MaxInput);

    private static string Reason(ToolCallResult result) =>
        ShortText.OneLine(JsonInWords.Of(result.Output.Length > 0 ? result.Output : result.Evaluation), MaxOutput);
}
