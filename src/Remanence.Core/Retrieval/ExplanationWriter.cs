using System.Globalization;
using Remanence.Search.Ranking;
using Remanence.Services;

namespace Remanence.Retrieval;

/// <summary>Says in words why a memory was kept.</summary>
internal static class ExplanationWriter
{
    public static Explanation Write(RankingDetails details) => new()
    {
        Components = details.Components.ToDictionary(part => part.Key, part => Math.Round(part.Value, 6), StringComparer.Ordinal),
        MatchedTerms = details.MatchedTerms,
        Match = Math.Round(details.Match, 6),
        Similarity = Math.Round(details.Cosine, 6),
        EmbeddingSpace = details.Space,
        MatchedTimes = details.MatchedTimes,
        Reason = Reason(details),
    };

    private static string Reason(RankingDetails details)
    {
        var reasons = new List<string>();
        if (details.MatchedTerms.Count > 0)
        {
            reasons.Add($"it holds {string.Join(", ", details.MatchedTerms)}");
        }

        if (details.Cosine > 0.3)
        {
            reasons.Add($"its meaning is close ({details.Cosine.ToString("0.00", CultureInfo.InvariantCulture)})");
        }

        if (details.MatchedTimes.Count > 0)
        {
            reasons.Add($"its time fits {string.Join(", ", details.MatchedTimes)}");
        }

        if (Part(details, "neighbours") + Part(details, "episode") > 0.2)
        {
            reasons.Add("the messages around it fit");
        }

        return reasons.Count == 0 ? "Kept as the best of what is there." : $"Kept because {string.Join("; ", reasons)}.";
    }

    private static double Part(RankingDetails details, string name) => details.Components.GetValueOrDefault(name);
}
