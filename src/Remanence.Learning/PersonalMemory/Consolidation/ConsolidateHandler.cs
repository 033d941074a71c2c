using Remanence.Flows;
using Remanence.Ingest.Consolidation;
using Remanence.Jobs;
using Remanence.Messages;
using Remanence.PersonalMemory.Facts;
using Remanence.PersonalMemory.Operators;
using Remanence.PersonalMemory.Reconciliation;
using Remanence.PersonalMemory.Reflection;
using Remanence.Resources;
using Remanence.Stores;

namespace Remanence.PersonalMemory.Consolidation;

/// <summary>
/// Consolidates: runs the flow <see cref="Flow"/> over a scope's new messages and keeps what it found, together with the mark on the conversations and the
/// jobs' end. When enough was found since the last reflection, one is queued in the same step.
/// </summary>
internal sealed class ConsolidateHandler(MemoryStore store, PlanRunner runner, TimeProvider time, bool usesModel, bool reflects) : JobHandler
{
    /// <summary>The flow's name; a configuration may put another in its place that writes <see cref="ObservationSlots.Observations"/>.</summary>
    public const string Flow = "consolidate";

    // As many new observations as make a model name subjects for insights.
    private const int ObservationsPerReflection = 6;

    public override string Kind => JobKinds.Consolidate;

    public override bool IsBatched => true;

    public override bool UsesModel => usesModel;

    public override async Task<ChangeSet?> ExecuteAsync(JobRun run, CancellationToken cancellationToken)
    {
        var resources = new List<Resource>();
        var conversation = new List<StoredMessage>();
        var said = new Dictionary<(string, int), SaidMessage>();
        foreach (var job in run.Jobs)
        {
            // Erased or forgotten meanwhile, or done by whoever was asked at the same moment: then there is nothing to find.
            if (
                ConsolidationWork.Of(job).ResourceId is { Length: > 0 } id
                && await store.GetResourceAsync(job.Scope.Workspace, id, cancellationToken) is { } resource
                && !ConsolidationMark.IsOn(resource))
            {
                resources.Add(resource);
                await ReadAsync(job, resource, conversation, said, cancellationToken);
            }
        }

        if (conversation.Count == 0 && !run.Jobs.Any(ConsolidationWork.Settles))
        {
            return null;
        }

        var call = new FlowCall { Scope = run.Job.Scope }.With(ObservationSlots.Conversation, conversation).With(PersonSlots.SaidKeys, said);
        var plan = conversation.Count == 0 ? new ReconcilePlan([], new Judged()) : await runner.FindAsync(Flow, call, run, cancellationToken);
        run.PlanAgain = PlanAsync;
        return await PlanAsync(cancellationToken);

        async Task<ChangeSet?> PlanAsync(CancellationToken token)
        {
            var changes = await runner.PlanAsync(plan, run, token);
            return new ChangeSet(changes) { Resources = [.. resources.Select(ConsolidationMark.Put)], Jobs = await ReflectionAsync(run, changes, token) };
        }
    }

    private async Task<IReadOnlyList<Job>> ReflectionAsync(JobRun run, ChangeSet changes, CancellationToken cancellationToken)
    {
        if (!reflects || !usesModel || changes.Inserts.Count == 0)
        {
            return [];
        }

        var person = run.Job.Scope.ToPerson();
        var waiting = await store.QueryIdsAsync(new MemoryQuery { Scope = person, Filter = ReflectionMark.Missing }, cancellationToken);
        var now = time.GetUtcNow();
        return waiting.Count + changes.Inserts.Count < ObservationsPerReflection
            ? []
            :
            [
                new Job
                {
                    Id = Identifiers.From("reflect", run.ChangeSetId),
                    Scope = person,
                    Kind = JobKinds.Reflect,
                    DueAt = now,
                    RecordedAt = now,
                    UpdatedAt = now,
                },
            ];
    }

    private async Task ReadAsync(
        Job job,
        Resource resource,
        List<StoredMessage> conversation,
        Dictionary<(string, int), SaidMessage> said,
        CancellationToken cancellationToken)
    {
        foreach (
            var message in SaidMessage.Of(
                await store.AllMessagesAsync(resource.Id, job.Scope, cancellationToken).ToListAsync(cancellationToken),
                resource.RecordedAt))
        {
            said[(message.Stored.ResourceId, message.Stored.Position)] = message;
            conversation.Add(message.Stored);
        }
    }
}
