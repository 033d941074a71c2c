using Remanence.Memories;
using Remanence.Privacy.Forgotten;
using Remanence.Stores;

namespace Remanence.Editing;

/// <summary>What was made of a session's messages and outlives the session, since it belongs to the user: found when the session is erased.</summary>
internal sealed class SessionFacts(MemoryStore store)
{
    /// <param name="scope">What is erased; without a session nothing outlives it.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The facts that stand on the session alone, and those that others carry, too, without the sources that go.</returns>
    public async Task<(IReadOnlyList<string> Alone, IReadOnlyList<MemoryUpdate> Shared)> FindAsync(
        Scope scope,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var alone = new List<string>();
        var shared = new List<MemoryUpdate>();
        if (scope.Session is null)
        {
            return (alone, shared);
        }

        var (gone, people) = await ConversationsAsync(scope, cancellationToken);
        foreach (var person in people)
        {
            await foreach (
                var memory in store
                    .AllAsync(person, filter: null, cancellationToken)
                    .Where(memory => memory.Scope == person && Tombstones.IsDerived(memory) && memory.Sources.Any(IsGone)))
            {
                if (memory.Sources.All(IsGone))
                {
                    alone.Add(memory.Id);
                }
                else
                {
                    shared.Add(
                        new MemoryUpdate(
                            new Memory(memory) { Sources = [.. memory.Sources.Where(source => !IsGone(source))], UpdatedAt = now },
                            memory.UpdatedAt));
                }
            }
        }

        return (alone, shared);

        bool IsGone(MemorySource source) => gone.Contains(source.ResourceId);
    }

    private async Task<(HashSet<string> Ids, HashSet<Scope> People)> ConversationsAsync(Scope scope, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var people = new HashSet<Scope>();
        await foreach (var resource in store.AllResourcesAsync(scope, cancellationToken))
        {
            if (resource.Scope.Session == scope.Session && resource.Scope.User is not null && (scope.User is null || resource.Scope.User == scope.User))
            {
                ids.Add(resource.Id);
                people.Add(resource.Scope.ToPerson());
            }
        }

        return (ids, people);
    }
}
