using System.Text.Json;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Json;
using Remanence.Operators;
using Remanence.TaskMemory.Plans;
using Remanence.TaskMemory.Usage;

namespace Remanence.TaskMemory.Operators;

/// <summary><c>update_memory_freq</c>: each memory that the call names was used once more. What else the call says of it is not written back.</summary>
internal sealed class CountUseOperator(OperatorSetup setup) : MemoryOperator(setup)
{
    public override OperatorSlots Slots { get; } = new() { Optional = [TaskSlots.MemoryDicts], Writes = [StoreSlots.Plan] };

    public override ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var memories = context.GetOr(TaskSlots.MemoryDicts, JsonBuild.Null);
        if (memories.ValueKind != JsonValueKind.Array)
        {
            throw new InvalidRequestException("memory_dicts", "memory_dicts must be an array of memories, as retrieve_task_memory gives them in memory_list.");
        }

        context.Set(
            StoreSlots.Plan,
            new UsagePlan([.. memories.EnumerateArray().Select((memory, i) => new UsageCount(IdOf(memory, $"memory_dicts[{i}]"), 1, 0))]));
        return ValueTask.CompletedTask;
    }

    // By the name of either form of answers.
    private static string IdOf(JsonElement memory, string at)
    {
        var id = memory.ValueKind == JsonValueKind.Object ? memory.Text("memory_id", at) ?? memory.Text("id", at) : JsonMembers.Text(memory, at);
        return string.IsNullOrEmpty(id)
            ? throw new InvalidRequestException($"{at}.memory_id", $"{at} has no memory_id: give the memory as it was retrieved.")
            : id;
    }
}
