namespace Remanence.Evaluation.Retrieval;

/// <summary>A question of a data set.</summary>
/// <param name="Text">The question.</param>
/// <param name="Category">Its kind, by the data set's own word.</param>
/// <param name="Gold">The ids of the messages that answer it; empty when the data set names none.</param>
/// <param name="Answer">The answer, where the data set gives one.</param>
public sealed record EvaluationQuestion(string Text, string Category, IReadOnlyList<string> Gold, string? Answer);
