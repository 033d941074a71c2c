using Remanence.Services;
using Remanence.Text.Tokens;

namespace Remanence.Retrieval;

/// <summary>Keeps an answer within a prompt's room, by <see cref="TokenEstimate"/>.</summary>
internal static class TokenBudget
{
    public static IReadOnlyList<RetrievedMemory> Fit(IReadOnlyList<RetrievedMemory> results, int? maxTokens)
    {
        if (maxTokens is not { } budget)
        {
            return results;
        }

        var kept = new List<RetrievedMemory>(results.Count);
        foreach (var result in results)
        {
            budget -= TokenEstimate.Of(result.Memory.Content);
            if (budget < 0)
            {
                break;
            }

            kept.Add(result);
        }

        return kept;
    }
}
