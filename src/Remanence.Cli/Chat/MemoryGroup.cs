using Remanence.Json;
using Remanence.Memories;

namespace Remanence.Cli.Chat;

/// <summary>Memories under a title, the newest first.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Memories">The first of them.</param>
/// <param name="More">How many are left out.</param>
internal sealed record MemoryGroup(string Title, IReadOnlyList<MemoryDocument> Memories, int More)
{
    private const int Shown = 20;

    public static MemoryGroup Of(string title, IEnumerable<Memory> memories)
    {
        Memory[] all = [.. memories.OrderByDescending(memory => memory.ObservedAt)];
        return new MemoryGroup(title, [.. all.Take(Shown).Select(MemoryDocument.From)], Math.Max(0, all.Length - Shown));
    }
}
