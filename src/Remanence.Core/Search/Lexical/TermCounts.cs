namespace Remanence.Search.Lexical;

/// <summary>The terms of one passage.</summary>
/// <param name="Terms">Distinct terms with their counts.</param>
/// <param name="Length">All words, repeated ones too; parts of words and signs make no text longer.</param>
internal readonly record struct TermCounts(KeyValuePair<string, int>[] Terms, int Length);
