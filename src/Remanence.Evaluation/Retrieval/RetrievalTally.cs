namespace Remanence.Evaluation.Retrieval;

/// <summary>What a run has counted so far.</summary>
internal sealed class RetrievalTally(int total, IProgress<RetrievalProgress>? progress)
{
    private readonly HashSet<string> _ingested = new(StringComparer.Ordinal);
    private readonly List<QuestionDetail> _details = [];
    private TimeSpan _ingestTime;
    private int _messages;
    private int _skipped;
    private int _unknown;

    public bool IsIngested(string conversation) => _ingested.Contains(conversation);

    public void Ingested(string conversation, int messages, TimeSpan elapsed)
    {
        _ingested.Add(conversation);
        _messages += messages;
        _ingestTime += elapsed;
        Tell();
    }

    public void Skip()
    {
        _skipped++;
        Tell();
    }

    public void Asked(QuestionDetail detail, int unknown)
    {
        _details.Add(detail);
        _unknown += unknown;
        Tell();
    }

    public RetrievalReport Report(EvaluationData data, RetrievalEvaluationOptions options) => new()
    {
        Variant = options.Variant,
        Dataset = data.Dataset,
        Conversations = data.Conversations.Count,
        Messages = _messages,
        Questions = _details.Count,
        Skipped = _skipped,
        UnknownEvidence = _unknown,
        TopK = options.TopK,
        WithSessions = options.WithSessions,
        IngestPerSecond = _ingestTime > TimeSpan.Zero ? _messages / _ingestTime.TotalSeconds : 0,
        LatencyMs = LatencySummary.Of([.. _details.Select(detail => detail.Milliseconds)]),
        Overall = CategoryScores.Of("all", _details),
        Categories =
        [
            .. _details
                .GroupBy(detail => detail.Category, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => CategoryScores.Of(group.Key, [.. group])),
        ],
    };

    private void Tell() => progress?.Report(new RetrievalProgress(_messages + _skipped + _details.Count, total));
}
