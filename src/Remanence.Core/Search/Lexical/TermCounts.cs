namespace Remanence.Search.Lexical;

/// <summary>The terms of one passage.</summary>
/// <param name="Terms">Distinct terms with their counts.</param>
/// <param name="Length">All terms, repeated ones too.</param>
internal readonly record struct TermCounts(KeyValuePair<string, int>[] Terms, int Length);
