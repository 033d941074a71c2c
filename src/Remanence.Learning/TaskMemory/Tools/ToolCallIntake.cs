using System.Text.Json;
using Remanence.Editing;
using Remanence.Memories;
using Remanence.Stores.History;

namespace Remanence.TaskMemory.Tools;

/// <summary>Takes calls into the memories of their tools.</summary>
internal static class ToolCallIntake
{
    private const int GuidedCalls = 20;

    /// <summary>Whether a call says enough to learn from: which tool, with what, and what came back.</summary>
    public static bool IsValid(ToolCallResult result) =>
        !string.IsNullOrWhiteSpace(result.ToolName) && !string.IsNullOrWhiteSpace(result.Output) && HasInput(result.Input);

    /// <summary>The call with its hash and, where the agent does not know, an estimate of its tokens.</summary>
    public static ToolCallResult Complete(ToolCallResult result) => result with
    {
        ToolName = result.ToolName.Trim(),
        CallHash = CallHash.Of(result),
        TokenCost = result.TokenCost >= 0 ? result.TokenCost : (result.InputText.Length + result.Output.Length) / 4,
    };

    /// <summary>Adds calls to what is stored.</summary>
    /// <param name="scope">Where they go.</param>
    /// <param name="calls">Complete and evaluated calls.</param>
    /// <param name="stored">The workspace's tool memories.</param>
    /// <param name="keep">How many calls a tool keeps.</param>
    /// <param name="now">The present.</param>
    public static (MemoryEdits Edits, ToolIntakeReport Report) Add(
        Scope scope,
        IReadOnlyList<ToolCallResult> calls,
        IReadOnlyList<Memory> stored,
        int keep,
        DateTimeOffset now)
    {
        var edits = new MemoryEdits();
        var tools = new List<ToolIntake>();
        foreach (var group in calls.GroupBy(call => call.ToolName, StringComparer.Ordinal))
        {
            var standing = stored.FirstOrDefault(memory => memory.Scope == scope && ToolMemories.NameOf(memory) == group.Key);
            var (all, added) = ToolMemories.Add(standing is null ? [] : ToolMemories.CallsOf(standing), group, keep);
            var memory = ToolMemories.WithCalls(standing ?? ToolMemories.Create(scope, group.Key, now), all);
            if (added > 0 && (standing is null || ToolMemories.IsByRules(standing)))
            {
                // Until somebody writes a better one, so that what is known can be had at once.
                memory = ToolMemories.WithGuide(memory, ToolGuide.Write(group.Key, all, GuidedCalls), Memory.Verbatim);
            }

            tools.Add(new ToolIntake(group.Key, memory, standing is null, group.Count(), added));
            if (standing is null)
            {
                edits.Inserts.Add(memory);
            }
            else if (added > 0)
            {
                edits.Update(memory, standing, standing.Status == MemoryStatus.Active ? HistoryOperation.Updated : HistoryOperation.Restored, now);
            }
        }

        return (edits, new ToolIntakeReport(tools));
    }

    private static bool HasInput(JsonElement input) => input.ValueKind switch
    {
        JsonValueKind.Object => true,
        JsonValueKind.String => !string.IsNullOrWhiteSpace(input.GetString()),
        _ => false,
    };
}
