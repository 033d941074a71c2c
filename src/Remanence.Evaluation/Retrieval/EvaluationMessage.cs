using Remanence.Messages;

namespace Remanence.Evaluation.Retrieval;

/// <summary>A message of a data set.</summary>
/// <param name="Session">The session that it was said in.</param>
/// <param name="Message">The message; its id is unique in its conversation.</param>
public sealed record EvaluationMessage(string Session, Message Message);
