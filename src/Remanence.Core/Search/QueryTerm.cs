namespace Remanence.Search;

/// <summary>A term of a query.</summary>
/// <param name="Term">As indexed.</param>
/// <param name="Weight">What it counts.</param>
internal readonly record struct QueryTerm(string Term, float Weight);
