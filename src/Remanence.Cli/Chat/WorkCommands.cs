using Remanence.Json;
using Remanence.Memories;
using Remanence.Services;

namespace Remanence.Cli.Chat;

/// <summary>Commands that do at once what the background does after a while.</summary>
internal static class WorkCommands
{
    public static IReadOnlyList<SlashCommand> All { get; } =
    [
        new("consolidate_memory", "", "makes observations of what was said, now", [], async (session, _, cancellationToken) =>
            Actions(await session.Service.Require<IMemoryLearning>().ConsolidateAsync(session.Person, wait: true, cancellationToken))),
        new("reflect_and_reconsolidate", "", "draws insights from observations, and settles contradictions, now", [], async (session, _, cancellationToken) =>
            Actions(await session.Service.Require<IMemoryLearning>().ReflectAsync(session.Person, wait: true, cancellationToken))),
    ];

    private static SlashAnswer Actions(WorkResult work)
    {
        string[] lines = work.JobIds.Count > 0 ? [$"It goes on in the background; \"remanence jobs\" shows how far it is ({work.JobIds.Count})."] : [];
        return work.Memories.Count == 0
            ? SlashAnswer.Say(lines.Length > 0 ? lines : ["There was nothing to do."])
            : SlashAnswer.Say(["[MEMORY ACTIONS]:", .. work.Memories.Select(Action), .. lines]);
    }

    // New, changed, and what gave way.
    private static string Action(MemoryDocument memory)
    {
        var action = memory.Status != MemoryStatus.Active ? "modified" : memory.RecordedAt == memory.UpdatedAt ? "new" : "content_modified";
        return $"{action} {memory.Kind}: {memory.Content} ({(memory.Status == MemoryStatus.Active ? "valid" : "expired")})";
    }
}
