using System.Text;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Models.Prompts;
using Remanence.Services;

namespace Remanence.Chat;

/// <summary>
/// Writes memories for a prompt: a line each, with its time and, for a message, who said it; further lines are indented, so that none passes for another
/// memory.
/// </summary>
internal static class MemoryLines
{
    public static string Of(IEnumerable<RetrievedMemory> memories, TimeSpan offset, PromptLanguage language)
    {
        var lines = new StringBuilder();
        foreach (var memory in memories.Select(found => found.Memory))
        {
            lines.Append('[').Append(ChatPrompts.Time(memory.ObservedAt.ToOffset(offset), language)).Append("] ");
            if (memory.Kind == MemoryKinds.Message && Who(memory) is { } who)
            {
                lines.Append(who).Append(": ");
            }

            Body(lines, memory.Content);
        }

        return lines.ToString().TrimEnd('\n');
    }

    public static string Of(IEnumerable<string> texts)
    {
        var lines = new StringBuilder();
        foreach (var text in texts.Where(text => !string.IsNullOrWhiteSpace(text)))
        {
            lines.Append("- ");
            Body(lines, text);
        }

        return lines.ToString().TrimEnd('\n');
    }

    private static string? Who(MemoryDocument memory) =>
        memory.Name is { } name ? string.Join(' ', name.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)) : memory.Role;

    private static void Body(StringBuilder lines, string text) => Transcript.Body(lines, text);
}
