using System.Text;
using Remanence.Search.Text;
using Remanence.Services;

namespace Remanence.Retrieval;

/// <summary>Keeps an answer within a prompt's room, by an estimate that errs on the high side: an ideograph a token, four other characters a token.</summary>
internal static class TokenBudget
{
    public static IReadOnlyList<RetrievedMemory> Fit(List<RetrievedMemory> results, int? maxTokens)
    {
        if (maxTokens is not { } budget)
        {
            return results;
        }

        var kept = new List<RetrievedMemory>(results.Count);
        foreach (var result in results)
        {
            budget -= Estimate(result.Memory.Content);
            if (budget < 0)
            {
                break;
            }

            kept.Add(result);
        }

        return kept;
    }

    public static int Estimate(string text)
    {
        var ideographs = 0;
        var others = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsDense(rune))
            {
                ideographs++;
            }
            else
            {
                others++;
            }
        }

        return ideographs + ((others + 3) / 4);
    }

    private static bool IsDense(Rune rune) => CharacterFolding.IsIdeograph(rune) || CharacterFolding.IsKanaOrHangul(rune);
}
