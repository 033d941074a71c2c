using Remanence.Services;

namespace Remanence.Evaluation.Retrieval;

/// <summary>
/// Turn and session retrieval: every message is one memory, ingested without a model, in order, with its speaker and time; each question is
/// one search; its evidence is gold. Questions carry no time of their own in these data sets, so <c>now</c> is left to the service: an
/// expression such as "last month" counts from the clock, as it would for a caller who does not say when they ask.
/// </summary>
/// <param name="service">What is measured.</param>
/// <param name="time">The clock that durations are taken from.</param>
public sealed class RetrievalEvaluation(MemoryService service, TimeProvider? time = null)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Runs a data set.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="MissingCapabilityException">The service cannot drop what the run stored, and <see cref="RetrievalEvaluationOptions.Keep"/> is not
    /// set.</exception>
    public async Task<RetrievalReport> RunAsync(EvaluationData data, RetrievalEvaluationOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        var workspaces = options.Keep ? null : service.Require<IMemoryWorkspaces>();
        var total = data.Conversations.Sum(conversation => conversation.Messages.Count + conversation.Questions.Count);
        var tally = new RetrievalTally(total, options.Progress);
        foreach (var conversation in data.Conversations)
        {
            var workspace = options.WorkspacePrefix + conversation.Id;
            try
            {
                await IngestAsync(workspace, conversation, options, tally, cancellationToken);
                await AskAsync(workspace, conversation, options, tally, cancellationToken);
            }
            finally
            {
                if (workspaces is not null && tally.IsIngested(conversation.Id))
                {
                    // Also after a cancellation: what the run made must not stay behind.
                    await workspaces.DropWorkspaceAsync(workspace, CancellationToken.None);
                }
            }
        }

        return tally.Report(data, options);
    }

    private async Task IngestAsync(
        string workspace, EvaluationConversation conversation, RetrievalEvaluationOptions options, RetrievalTally tally, CancellationToken cancellationToken)
    {
        foreach (var batch in Batches(conversation.Messages, options))
        {
            var request = new MemorizeRequest
            {
                Messages = [.. batch.Select(message => message.Message)],
                SessionId = options.WithSessions ? batch[0].Session : null,
                Infer = false,
            };
            var start = _time.GetTimestamp();
            await service.MemorizeAsync(workspace, request, cancellationToken);
            tally.Ingested(conversation.Id, batch.Count, _time.GetElapsedTime(start));
        }
    }

    private async Task AskAsync(
        string workspace, EvaluationConversation conversation, RetrievalEvaluationOptions options, RetrievalTally tally, CancellationToken cancellationToken)
    {
        var scorer = new QuestionScorer(conversation, options);
        foreach (var question in conversation.Questions)
        {
            var gold = scorer.Gold(question);
            if (gold.Count == 0)
            {
                tally.Skip();
                continue;
            }

            var request = new RetrieveRequest { Query = question.Text, TopK = options.TopK, Explain = options.OnDetail is not null };
            var start = _time.GetTimestamp();
            var result = await service.RetrieveAsync(workspace, request, cancellationToken);
            var detail = scorer.Score(question, gold, result, _time.GetElapsedTime(start));
            tally.Asked(detail, question.Gold.Count - gold.Count);
            if (options.OnDetail is { } onDetail)
            {
                await onDetail(detail, cancellationToken);
            }
        }
    }

    private static IEnumerable<List<EvaluationMessage>> Batches(IReadOnlyList<EvaluationMessage> messages, RetrievalEvaluationOptions options)
    {
        var batch = new List<EvaluationMessage>();
        foreach (var message in messages)
        {
            // Without session ids the batches still end with the session: who calls does not change, only what is said about the call.
            if (batch.Count == options.BatchSize || (batch.Count > 0 && !string.Equals(batch[0].Session, message.Session, StringComparison.Ordinal)))
            {
                yield return batch;
                batch = [];
            }

            batch.Add(message);
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
