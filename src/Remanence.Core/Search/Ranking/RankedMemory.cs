using Remanence.Memories;

namespace Remanence.Search.Ranking;

/// <summary>A memory found.</summary>
/// <param name="Id">The memory.</param>
/// <param name="Score">The sum of the components.</param>
/// <param name="Times">When its events were, or when it was said.</param>
/// <param name="Details">Where the score comes from, when asked for.</param>
internal sealed record RankedMemory(string Id, float Score, IReadOnlyList<TimeInterval> Times, RankingDetails? Details);
