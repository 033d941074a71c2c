namespace Remanence.Evaluation.Retrieval;

/// <summary>What one run over a data set measured.</summary>
public sealed record RetrievalReport
{
    /// <summary>What was run: <c>full</c>, or the name of an ablation.</summary>
    public required string Variant { get; init; }

    /// <summary>The data set's shape.</summary>
    public required string Dataset { get; init; }

    /// <summary>Conversations ingested.</summary>
    public required int Conversations { get; init; }

    /// <summary>Messages ingested.</summary>
    public required int Messages { get; init; }

    /// <summary>Questions asked and scored.</summary>
    public required int Questions { get; init; }

    /// <summary>Questions left out, because the data set names no evidence that exists.</summary>
    public required int Skipped { get; init; }

    /// <summary>Evidence ids of scored questions that no message carries; they do not count as gold.</summary>
    public required int UnknownEvidence { get; init; }

    /// <summary>How many results each search asked for.</summary>
    public required int TopK { get; init; }

    /// <summary>Whether messages were ingested with their session ids.</summary>
    public required bool WithSessions { get; init; }

    /// <summary>Messages stored in a second.</summary>
    public required double IngestPerSecond { get; init; }

    /// <summary>How long searches took.</summary>
    public required LatencySummary LatencyMs { get; init; }

    /// <summary>Over all questions.</summary>
    public required CategoryScores Overall { get; init; }

    /// <summary>By category, in alphabetical order.</summary>
    public required IReadOnlyList<CategoryScores> Categories { get; init; }
}
