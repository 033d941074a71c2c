using Remanence.Editing;
using Remanence.Ingest.Consolidation;
using Remanence.Jobs;
using Remanence.Resources;
using Remanence.Stores;

namespace OwnLearning;

// The background work: what it found, the mark on the conversation and the job's end are one commit.
public sealed class ErrandHandler(MemoryStore store, MemoryAccess memories) : JobHandler
{
    public override string Kind => JobKinds.Consolidate;

    public override bool UsesModel => false;

    public override async Task<ChangeSet?> ExecuteAsync(JobRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var (scope, id, now) = (run.Job.Scope, ConsolidationWork.Of(run.Job).ResourceId, memories.Time.GetUtcNow());
        var conversation = await store.GetResourceAsync(scope.Workspace, id, cancellationToken);
        var edits = await memories.PlanAsync(scope, new ErrandPlan(id), now, cancellationToken);
        var changes = edits.ToChangeSet(run.ChangeSetId, scope.Workspace, ErrandPlan.Keyword, now);
        return conversation is null ? null : new ChangeSet(changes) { Resources = [conversation with { State = new ResourceState { Consolidated = true } }] };
    }
}
