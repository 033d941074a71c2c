using System.Globalization;
using System.Runtime.ExceptionServices;
using Remanence.Flows;
using Remanence.Ingest;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Models;
using Remanence.Models.Usage;
using Remanence.Stores;

namespace Remanence.PersonalMemory.Consolidation;

/// <summary>Consolidates: runs the flow <see cref="Flow"/> over a scope's new messages and keeps what it found, together with the jobs' end.</summary>
internal sealed class ConsolidateHandler(MemoryStore store, Lazy<FlowCatalogue> flows, TimeProvider time, bool usesModel = true) : JobHandler
{
    /// <summary>The flow's name; a configuration may put another in its place that writes <see cref="ObservationSlots.Observations"/>.</summary>
    public const string Flow = "consolidate";

    private const int Page = 500;

    public override string Kind => JobKinds.Consolidate;

    public override bool IsBatched => true;

    /// <summary>Whether a chat model has a part in it. Without one, nothing is queued for it until somebody asks.</summary>
    public bool UsesModel => usesModel;

    public override async Task<ChangeSet?> ExecuteAsync(JobRun run, CancellationToken cancellationToken)
    {
        var conversation = await ReadAsync(run, cancellationToken);
        if (conversation.Count == 0)
        {
            return null;
        }

        var scope = run.Job.Scope;
        using var usage = ModelUsage.Begin(scope.Workspace, run.Job.Id);
        var response = await RunAsync(new FlowCall { Scope = scope }.With(ObservationSlots.Conversation, conversation), cancellationToken);
        if (!response.TryGet(ObservationSlots.Observations, out var observations))
        {
            throw new InvalidOperationException($"The flow {Flow} wrote no {ObservationSlots.Observations.Name}.");
        }

        return new ChangeSet
        {
            Id = run.ChangeSetId,
            Workspace = scope.Workspace,
            At = time.GetUtcNow(),
            Actor = Flow,
            Inserts = [.. observations.Select((observation, i) => new Memory(observation) { Id = Identifiers.From(Flow, run.ChangeSetId, i.ToString(CultureInfo.InvariantCulture)) })],
        };
    }

    // A model's failure decides whether and when the job is tried again; the flow around it does not.
    private async Task<FlowResponse> RunAsync(FlowCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await flows.Value.RunAsync(Flow, call, cancellationToken);
        }
        catch (FlowException exception) when (exception.InnerException is ModelException or StoreUnavailableException)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException);
            throw;
        }
    }

    private async Task<List<StoredMessage>> ReadAsync(JobRun run, CancellationToken cancellationToken)
    {
        var conversation = new List<StoredMessage>();
        foreach (var job in run.Jobs)
        {
            var id = ConsolidationWork.Of(job).ResourceId;

            // Erased or forgotten meanwhile: then there is nothing to find.
            if (await store.GetResourceAsync(job.Scope.Workspace, id, cancellationToken) is not { } resource)
            {
                continue;
            }

            var query = new PageQuery { Scope = job.Scope, Limit = Page };
            var said = resource.RecordedAt;
            do
            {
                var page = await store.QueryMessagesAsync(id, query, cancellationToken);
                foreach (var message in page.Items)
                {
                    // A message without a time was said when the one before it was.
                    said = message.Message.Time ?? said;
                    conversation.Add(message with { Message = message.Message with { Time = said } });
                }

                query = query with { Cursor = page.NextCursor };
            }
            while (query.Cursor is not null);
        }

        return conversation;
    }
}
