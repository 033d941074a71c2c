namespace Remanence.Search.Lexical;

/// <summary>What BM25 needs to know of the passages that a question may see.</summary>
/// <param name="Passages">How many there are.</param>
/// <param name="AverageLength">Their mean length in terms.</param>
/// <param name="K1">How fast repetition of a term saturates.</param>
/// <param name="B">How much length counts against a passage, 0 to 1.</param>
internal readonly record struct CorpusStatistics(int Passages, double AverageLength, float K1, float B);
