using System.Globalization;
using Remanence.Services;
using Remanence.Text.Tokens;

namespace Remanence.Retrieval;

// Keeps an answer within a prompt's room, by TokenEstimate: what is too long makes way for what is shorter.
internal static class TokenBudget
{
    // Fewer words than these tell nothing.
    private const int LeastExcerpt = 8;

    // The memories that fit, and what to say about the others; null: all fit.
    // results: what was found, best first.
    // maxTokens: the room; null: without end.
    // query: what was asked: a best memory that is too long is cut around it, where nothing near as good fits.
    public static (IReadOnlyList<RetrievedMemory> Kept, string? Note) Fit(IReadOnlyList<RetrievedMemory> results, int? maxTokens, string query)
    {
        if (maxTokens is not { } budget || results.Count == 0)
        {
            return (results, null);
        }

        var kept = Fitting(results, budget);
        var best = results[0];
        var isCut = TokenEstimate.Of(best.Memory.Content) > budget && (kept.Count == 0 || kept[0].Score * 2 < best.Score);
        var room = kept.Count == 0 ? budget : budget / 2;
        isCut &= room >= LeastExcerpt;
        if (isCut)
        {
            var excerpt = best with { Memory = best.Memory with { Content = Excerpt.Of(best.Memory.Content, query, room) } };
            kept = [excerpt, .. Fitting(results.Skip(1), budget - TokenEstimate.Of(excerpt.Memory.Content))];
        }

        return (kept, Note(results.Count, kept.Count, budget, isCut));
    }

    private static List<RetrievedMemory> Fitting(IEnumerable<RetrievedMemory> results, int budget)
    {
        var kept = new List<RetrievedMemory>();
        foreach (var result in results)
        {
            var size = TokenEstimate.Of(result.Memory.Content);
            if (size <= budget)
            {
                kept.Add(result);
                budget -= size;
            }
        }

        return kept;
    }

    private static string? Note(int found, int kept, int budget, bool isCut)
    {
        var cut = isCut ? " The first is too long, and cut around what was asked for." : string.Empty;
        return kept == found && !isCut
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{(kept == 0 ? "None" : kept)} of {found} memories found {(kept == 1 ? "fits" : "fit")} into max_tokens {budget}.{cut}");
    }
}
