using System.Text.RegularExpressions;
using Remanence.Diagnostics;

namespace Remanence.TaskMemory.Tools;

/// <summary>Judges a call without a model: by its flag, by what is missing, and by the words with which tools report failures.</summary>
internal static partial class CallEvaluator
{
    private const int MaxSummary = 200;

    // Failures are reported at the beginning; further down the words may be part of a good answer.
    private const int Beginning = 300;

    /// <summary>The call with summary, evaluation and score; those that it has already stay.</summary>
    public static ToolCallResult Evaluate(ToolCallResult result)
    {
        var (evaluation, score) = Judge(result);
        return result with
        {
            Summary =
                result.Summary.Length > 0
                    ? result.Summary
                    : $"{result.ToolName}({ShortText.OneLine(result.InputText, 80)}): {ShortText.OneLine(result.Output, MaxSummary)}",
            Evaluation = result.Evaluation.Length > 0 ? result.Evaluation : evaluation,
            Score = result.Evaluation.Length > 0 ? result.Score : score,
        };
    }

    private static (string Evaluation, double Score) Judge(ToolCallResult result)
    {
        if (!result.Success)
        {
            return ("The call failed.", 0);
        }

        if (IsEmpty().IsMatch(result.Output))
        {
            return ("The call went through and gave nothing.", 0);
        }

        var beginning = result.Output.Length > Beginning ? result.Output[..Beginning] : result.Output;
        return FailureWords().Match(beginning) is { Success: true } failure
            ? ($"The call went through, but its output reports a failure: {ShortText.OneLine(failure.Value, 60)}.", 0)
            : ("The call went through and gave a result.", 1);
    }

    [GeneratedRegex(
        @"^\s*(?:null|none|nil|undefined|n/a|\[\s*\]|\{\s*\}|""\s*""|no results?(?: found)?\.?|无结果|没有结果)?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex IsEmpty();

    [GeneratedRegex(
        @"\b(?:(?-i:\w*Error|\w*Exception)|\w+_error|errors?|exceptions?|traceback|failed|failure|timed out|timeout|unauthori[sz]ed|forbidden"
        + @"|permission denied|not found|invalid|unavailable|refused|rate limit\w*|bad request|unable to|cannot|could not)\b"
        + "|错误|异常|失败|超时|无法|不存在|拒绝|无权",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex FailureWords();
}
