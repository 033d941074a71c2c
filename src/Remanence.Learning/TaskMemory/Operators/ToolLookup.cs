using Remanence.Editing;
using Remanence.Flows;
using Remanence.Memories;
using Remanence.Stores.Filters;
using Remanence.TaskMemory.Tools;

namespace Remanence.TaskMemory.Operators;

/// <summary>The tools that a call names.</summary>
internal static class ToolLookup
{
    /// <summary>Their memories, each once, in the order of the names. None: the response says so, and reports no success.</summary>
    public static async Task<IReadOnlyList<Memory>> FindAsync(FlowContext context, MemoryAccess memories, CancellationToken cancellationToken)
    {
        var names = ToolNames.Split(context.Get(TaskSlots.ToolNames));
        var known = await memories.ListAsync(context.Scope, new MemoryFilter.Kind([MemoryKinds.Tool]), cancellationToken)
            .Where(memory => memory.Status == MemoryStatus.Active)
            .ToListAsync(cancellationToken);
        var byName = known.DistinctBy(ToolMemories.NameOf, StringComparer.Ordinal).ToDictionary(ToolMemories.NameOf, StringComparer.Ordinal);
        var found = names
            .Select(name => ToolNames.Find(name, byName.Keys))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Select(name => byName[name])
            .ToList();
        if (found.Count == 0)
        {
            context.Response.Success = false;
            context.Response.Answer = names.Count == 0
                ? "tool_names is empty: name the tools, separated by commas."
                : $"Nothing is known about {string.Join(", ", names.Select(Diagnostics.Printable.Show))} in this workspace.";
        }

        return found;
    }
}
