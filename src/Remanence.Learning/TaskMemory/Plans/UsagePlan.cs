using Remanence.Editing;
using Remanence.Flows;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Operators;
using Remanence.TaskMemory.Usage;

namespace Remanence.TaskMemory.Plans;

/// <summary>Counts uses on top of what is stored.</summary>
/// <param name="counts">What to count.</param>
internal sealed class UsagePlan(IReadOnlyList<UsageCount> counts) : StorePlan
{
    public override string Actor => "record_task_memory";

    public IReadOnlyList<UsageCount> Counts => counts;

    public override async Task<MemoryEdits> PlanAsync(MemoryAccess memories, Scope scope, DateTimeOffset now, CancellationToken cancellationToken) =>
        UsageRules.Count(counts, await memories.GetAsync(scope, counts.Select(count => count.MemoryId), cancellationToken), now);

    public override void Report(MemoryEdits edits, FlowResponse response, AnswerForm form)
    {
        string[] unknown = [.. counts.Select(count => count.MemoryId).Except(edits.Held.Select(memory => memory.Id), StringComparer.Ordinal)];
        if (unknown.Length > 0)
        {
            response.Metadata["unknown_memory_ids"] = JsonBuild.Array(unknown).ToNode();
        }
    }
}
