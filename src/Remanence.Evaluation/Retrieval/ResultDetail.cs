namespace Remanence.Evaluation.Retrieval;

/// <summary>A result of a question's search.</summary>
/// <param name="Id">The message that it came from; empty when it came from none.</param>
/// <param name="Right">Whether it answers the question.</param>
/// <param name="Score">Its score.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Text">What was said.</param>
/// <param name="Components">Where the score came from.</param>
public sealed record ResultDetail(
    string Id, bool Right, double Score, string? Speaker, string Text, IReadOnlyDictionary<string, double>? Components);
