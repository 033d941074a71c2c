namespace Remanence.Compat.ReMe.Routes;

/// <summary>How ReMe's routes answer.</summary>
public sealed record ReMeRouteOptions
{
    /// <summary>The longest body in bytes.</summary>
    public required long MaxBodyBytes { get; init; }

    /// <summary>
    /// Whether a failed flow is answered with status 200 and <c>success: false</c>, as ReMe's clients expect. Default true; else by a problem document.
    /// </summary>
    public bool AnswersFailures { get; init; } = true;

    /// <summary>Whom MemoryScope's operations are about where a call names nobody. Default: <c>user</c>.</summary>
    public string HumanName { get; init; } = "user";

    /// <summary>What the assistant is called that <c>chat_with_memory</c> answers for. Default: <c>AI</c>.</summary>
    public string AssistantName { get; init; } = "AI";
}
