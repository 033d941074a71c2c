using System.Text.RegularExpressions;
using Remanence.Text.Tokens;

namespace Remanence.TaskMemory.MockSearch;

/// <summary>How complex a question is, without a model: by its length and by words that ask for more than a fact.</summary>
internal static partial class ComplexityRules
{
    private const int ShortTokens = 14;
    private const int LongTokens = 45;

    public static QueryComplexity Of(string query)
    {
        var tokens = TokenEstimate.Of(query);
        var analysis = Analysis().Count(query);
        var several = Several().Count(query);
        return analysis >= 2 || (analysis > 0 && several > 0) || tokens > LongTokens ? QueryComplexity.Complex
            : analysis > 0 || several > 0 || tokens > ShortTokens ? QueryComplexity.Medium
            : QueryComplexity.Simple;
    }

    [GeneratedRegex(
        @"\b(?:analy[sz]\w*|evaluat\w*|assess\w*|impact\w*|implication\w*|strateg\w*|trade-?offs?|comprehensive\w*|in depth|forecast\w*|predict\w*"
        + @"|design\w*|relationship\w*)\b"
        + "|分析|评估|影响|策略|权衡|全面|深入|预测|设计|关系",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Analysis();

    [GeneratedRegex(
        @"\b(?:compar\w*|versus|vs|differences?|explain\w*|why|how (?:do|does|did|can|to)|pros and cons|steps?|between)\b|比较|对比|区别|解释|为什么|怎样|如何|优缺点|步骤",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Several();
}
