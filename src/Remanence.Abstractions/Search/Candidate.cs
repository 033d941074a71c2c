namespace Remanence.Search;

/// <summary>A memory that may answer, with raw scores.</summary>
/// <param name="Id">The memory.</param>
/// <param name="Lexical">
/// How well its words fit, such as BM25: not negative, 0 for no word in common, on any scale that holds within one answer; null when the source knows no words.
/// </param>
/// <param name="Cosine">Of its nearest passage with the question, −1 to 1; null when the source knows no vectors, or did not compare this one.</param>
public readonly record struct Candidate(string Id, double? Lexical, double? Cosine);
