namespace Remanence.Evaluation.Retrieval;

/// <summary>How one question fared, for the analysis of errors.</summary>
public sealed record QuestionDetail
{
    /// <summary>What was run.</summary>
    public required string Variant { get; init; }

    /// <summary>The conversation asked about.</summary>
    public required string Conversation { get; init; }

    /// <summary>The question's category.</summary>
    public required string Category { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>The answer, where the data set gives one.</summary>
    public string? Answer { get; init; }

    /// <summary>The evidence, with where it was found.</summary>
    public required IReadOnlyList<GoldDetail> Gold { get; init; }

    /// <summary>The scores over messages.</summary>
    public required IReadOnlyList<MetricScores> Turns { get; init; }

    /// <summary>The scores over sessions.</summary>
    public required IReadOnlyList<MetricScores> Sessions { get; init; }

    /// <summary>How long the search took.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>The first results.</summary>
    public required IReadOnlyList<ResultDetail> Results { get; init; }
}
