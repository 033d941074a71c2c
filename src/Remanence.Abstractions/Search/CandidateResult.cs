namespace Remanence.Search;

/// <summary>What a <see cref="CandidateSource"/> names.</summary>
/// <param name="Candidates">Each memory once, in any order.</param>
/// <param name="HasMore">
/// Whether a higher limit might name more. When too few of those named fulfil the filter, the source is asked again with one.
/// </param>
public sealed record CandidateResult(IReadOnlyList<Candidate> Candidates, bool HasMore);
