using Remanence.Memories;

namespace Remanence.Search.Ranking;

/// <summary>A memory found.</summary>
/// <param name="Id">The memory.</param>
/// <param name="Score">The sum of the components.</param>
/// <param name="Time">When its event was, or when it was said.</param>
/// <param name="Details">Where the score comes from, when asked for.</param>
internal sealed record RankedMemory(string Id, float Score, TimeInterval Time, RankingDetails? Details);
