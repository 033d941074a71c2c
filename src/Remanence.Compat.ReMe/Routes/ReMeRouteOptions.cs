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
}
