using Remanence.Memories;

namespace Remanence.Stores.InMemory;

/// <summary>Erasing in an <see cref="InMemoryWorkspace"/>.</summary>
internal static class InMemoryErasure
{
    public static Erasure Erase(this InMemoryWorkspace workspace, Scope scope)
    {
        var memories = workspace.Memories.Values.Where(item => scope.Owns(item.Memory.Scope)).Select(item => item.Memory.Id).ToList();
        Bury(workspace, memories);
        var resources = workspace.Resources.Values.Where(item => scope.Owns(item.Scope)).Select(item => item.Id).ToList();
        var messages = 0L;
        foreach (var id in resources)
        {
            workspace.Resources.Remove(id);
            messages += workspace.Messages.Remove(id, out var removed) ? removed.Count : 0;
        }

        foreach (var (id, applied) in workspace.Applied)
        {
            if (applied.Scopes.Any(scope.Owns))
            {
                workspace.Applied.Remove(id);
            }
        }

        var gone = memories.ToHashSet(StringComparer.Ordinal);
        return new Erasure
        {
            Memories = memories.Count,
            History = workspace.RemoveHistory(entry =>
                gone.Contains(entry.MemoryId) || ((entry.After ?? entry.Before) is { } memory && scope.Owns(memory.Scope))),
            Resources = resources.Count,
            Messages = messages,
            Categories = workspace.Categories.RemoveWhere(item => scope.Owns(item.Scope)),
        };
    }

    public static Erasure Erase(this InMemoryWorkspace workspace, IReadOnlyList<string> memoryIds)
    {
        var ids = memoryIds.ToHashSet(StringComparer.Ordinal);
        var memories = ids.Where(id => workspace.Memories.TryGet(id, out _)).ToList();
        var messages = ids.Sum(id => EraseMessage(workspace, id));
        Bury(workspace, memories);
        return new Erasure { Memories = memories.Count, Messages = messages, History = workspace.RemoveHistory(entry => ids.Contains(entry.MemoryId)) };
    }

    // A message's memory is the message; otherwise the words would still be there.
    private static long EraseMessage(InMemoryWorkspace workspace, string memoryId)
    {
        var memory = workspace.Memories.Find(memoryId)?.Memory ?? workspace.HistoryOf.GetValueOrDefault(memoryId)?[^1].Before;
        var erased = 0L;
        foreach (var source in memory is { Kind: MemoryKinds.Message } ? memory.Sources : [])
        {
            if (source.MessageId is { } id && workspace.Messages.TryGetValue(source.ResourceId, out var messages))
            {
                foreach (var position in messages.Where(pair => pair.Value.Message.Id == id).Select(pair => pair.Key).ToList())
                {
                    messages.Remove(position);
                    erased++;
                }
            }
        }

        return erased;
    }

    private static void Bury(InMemoryWorkspace workspace, List<string> ids)
    {
        if (ids.Count == 0)
        {
            return;
        }

        workspace.Sequence++;
        ids.ForEach(id => workspace.Bury(id, workspace.Sequence));
    }
}
