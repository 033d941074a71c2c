namespace Remanence.Search;

/// <summary>A term of a query.</summary>
/// <param name="Term">As indexed.</param>
/// <param name="Weight">What it counts.</param>
/// <param name="Places">Where the query has it.</param>
internal sealed record QueryTerm(string Term, float Weight, IReadOnlyList<Range> Places);
