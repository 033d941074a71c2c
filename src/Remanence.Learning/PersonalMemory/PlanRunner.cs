using Remanence.Editing;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Jobs;
using Remanence.Models.Usage;
using Remanence.Operators;
using Remanence.PersonalMemory.Reconciliation;
using Remanence.Stores;

namespace Remanence.PersonalMemory;

/// <summary>Runs a flow that ends with a plan for the store, and makes of the plan what a job commits.</summary>
internal sealed class PlanRunner(Lazy<FlowCatalogue> flows, MemoryAccess memories)
{
    /// <summary>Runs the flow.</summary>
    /// <returns>What it wants to change, which is planned when it is to be committed, and again when others were faster.</returns>
    public async Task<StorePlan> FindAsync(string flow, FlowCall call, JobRun run, CancellationToken cancellationToken)
    {
        using var usage = ModelUsage.Begin(call.Scope!.Workspace, run.Job.Id);
        var response = await flows.Value.RunAsync(flow, call, cancellationToken);

        // A user's own flow may end with what it found.
        return response.TryGet(StoreSlots.Plan, out var plan) ? plan
            : response.TryGet(ObservationSlots.Observations, out var observations) ? new ReconcilePlan(observations, new Judged())
            : throw new InvalidOperationException($"The flow {flow} wrote neither {StoreSlots.Plan.Name} nor {ObservationSlots.Observations.Name}.");
    }

    /// <summary>What a plan comes to now.</summary>
    public async Task<ChangeSet> PlanAsync(StorePlan plan, JobRun run, CancellationToken cancellationToken)
    {
        var scope = run.Job.Scope;
        using var usage = ModelUsage.Begin(scope.Workspace, run.Job.Id);
        var now = memories.Time.GetUtcNow();
        var edits = await memories.PlanAsync(scope, plan, now, cancellationToken);
        return edits.ToChangeSet(run.ChangeSetId, scope.Workspace, plan.Actor, now);
    }
}
