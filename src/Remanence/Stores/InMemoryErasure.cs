using Remanence.Memories;

namespace Remanence.Stores;

/// <summary>Copying and erasing in an <see cref="InMemoryWorkspace"/>.</summary>
internal static class InMemoryErasure
{
    public static InMemoryWorkspace CopyTo(this InMemoryWorkspace source, string target, DateTimeOffset at)
    {
        var copy = new InMemoryWorkspace(target, at) { Sequence = 1, ActiveSpace = source.ActiveSpace?.Copy(sequence: 1) };
        foreach (var (memory, _) in source.Memories.Values)
        {
            copy.Memories.Put(memory.Id, new InMemoryWorkspace.MemoryVersion(new Memory(memory) { Scope = memory.Scope with { Workspace = target } }, 1));
        }

        foreach (var resource in source.Resources.Values)
        {
            copy.Resources.Put(resource.Id, resource with { Scope = resource.Scope with { Workspace = target } });
        }

        foreach (var (resource, messages) in source.Messages)
        {
            copy.Messages.Add(resource, new(messages));
        }

        foreach (var category in source.Categories.Values)
        {
            copy.Categories.Put(category.Id, category with { Scope = category.Scope with { Workspace = target } });
        }

        return copy;
    }

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
        Bury(workspace, memories);
        return new Erasure { Memories = memories.Count, History = workspace.RemoveHistory(entry => ids.Contains(entry.MemoryId)) };
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
