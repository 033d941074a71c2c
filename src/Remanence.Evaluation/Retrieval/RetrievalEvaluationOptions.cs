namespace Remanence.Evaluation.Retrieval;

/// <summary>How a run goes.</summary>
public sealed record RetrievalEvaluationOptions
{
    /// <summary>What the report calls the run. Default <c>full</c>.</summary>
    public string Variant { get; init; } = "full";

    /// <summary>Workspaces are named by this and the conversation. Runs against a shared server need one of their own.</summary>
    public string WorkspacePrefix { get; init; } = "eval-";

    /// <summary>How many results a search asks for. Default 50: enough to rank sessions by their first message.</summary>
    public int TopK { get; init; } = 50;

    /// <summary>Whether messages carry their session ids. Default true.</summary>
    public bool WithSessions { get; init; } = true;

    /// <summary>Messages in one call at most; 1 ingests as a live conversation does. Default: a session in one call.</summary>
    public int BatchSize { get; init; } = Services.ServiceLimits.MaxMessages;

    /// <summary>Whether the workspaces stay. Default false.</summary>
    public bool Keep { get; init; }

    /// <summary>How many results a detail shows. Default 10.</summary>
    public int DetailResults { get; init; } = 10;

    /// <summary>Receives each question's detail, in order; when it is given, searches are asked to explain themselves.</summary>
    public Func<QuestionDetail, CancellationToken, Task>? OnDetail { get; init; }

    /// <summary>Told after each step how many messages and questions are done.</summary>
    public IProgress<RetrievalProgress>? Progress { get; init; }
}
