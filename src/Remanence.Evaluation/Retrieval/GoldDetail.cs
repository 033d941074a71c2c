namespace Remanence.Evaluation.Retrieval;

/// <summary>A message that answers a question.</summary>
/// <param name="Id">The message.</param>
/// <param name="Rank">Where it was found, from 1; null: nowhere.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Text">What was said.</param>
public sealed record GoldDetail(string Id, int? Rank, string? Speaker, string Text);
