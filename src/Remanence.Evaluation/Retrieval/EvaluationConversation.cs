namespace Remanence.Evaluation.Retrieval;

/// <summary>A conversation with the questions asked about it; one workspace holds it.</summary>
/// <param name="Id">Its name in the data set.</param>
/// <param name="Messages">What was said, in order; the messages of a session stand together.</param>
/// <param name="Questions">The questions.</param>
public sealed record EvaluationConversation(
    string Id, IReadOnlyList<EvaluationMessage> Messages, IReadOnlyList<EvaluationQuestion> Questions);
