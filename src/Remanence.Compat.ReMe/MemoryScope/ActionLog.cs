using System.Text;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Models.Prompts;

namespace Remanence.Compat.ReMe.MemoryScope;

/// <summary>What an operation did, as MemoryScope tells it: a line each, with what was done, the kind, the text and whether it holds.</summary>
internal static class ActionLog
{
    private const string Heading = "[MEMORY ACTIONS]:";

    /// <summary>The same thing done to each memory; empty where there is none.</summary>
    public static string Of(string action, IEnumerable<Memory> memories) => Of(memories.Select(memory => (action, MemoryDocument.From(memory))));

    /// <summary>What became of memories that were made or changed.</summary>
    public static string Of(IEnumerable<MemoryDocument> memories) => Of(memories.Select(memory => (ActionOf(memory), memory)));

    /// <summary>A single line.</summary>
    public static string Of(string line) => $"{Heading}\n{line}";

    private static string Of(IEnumerable<(string Action, MemoryDocument Memory)> done)
    {
        var lines = new StringBuilder();
        foreach (var (action, memory) in done)
        {
            var status = memory.Status == MemoryStatus.Active ? "valid" : "expired";
            lines.Append($"\n{action} {memory.Kind}: {InertText.Of(memory.Content)} ({status})");
        }

        return lines.Length == 0 ? string.Empty : Heading + lines;
    }

    private static string ActionOf(MemoryDocument memory) =>
        memory.Status == MemoryStatus.Active && memory.RecordedAt == memory.UpdatedAt ? "new" : "modified";
}
