using Remanence.Memories;
using Remanence.PersonalMemory;
using Remanence.Privacy.Forgotten;
using Remanence.Stores;

namespace Remanence.Curation;

/// <summary>What was made of a session's messages and outlives the session, since it belongs to the user: found when the session is erased.</summary>
internal sealed class SessionFacts(MemoryStore store)
{
    private const int Page = 500;

    /// <param name="scope">What is erased; without a session nothing outlives it.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The facts that stand on the session alone, and those that others carry, too, without the sources that go.</returns>
    public async Task<(IReadOnlyList<string> Alone, IReadOnlyList<MemoryUpdate> Shared)> FindAsync(Scope scope, DateTimeOffset now, CancellationToken cancellationToken)
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
            var query = new MemoryQuery { Scope = person, Limit = Page };
            do
            {
                var page = await store.QueryAsync(query, cancellationToken);
                foreach (var memory in page.Items.Where(memory => memory.Scope == person && Tombstones.IsDerived(memory) && memory.Sources.Any(IsGone)))
                {
                    if (memory.Sources.All(IsGone))
                    {
                        alone.Add(memory.Id);
                    }
                    else
                    {
                        shared.Add(new MemoryUpdate(new Memory(memory) { Sources = [.. memory.Sources.Where(source => !IsGone(source))], UpdatedAt = now }, memory.UpdatedAt));
                    }
                }

                query = query with { Cursor = page.NextCursor };
            }
            while (query.Cursor is not null);
        }

        return (alone, shared);

        bool IsGone(MemorySource source) => gone.Contains(source.ResourceId);
    }

    private async Task<(HashSet<string> Ids, HashSet<Scope> People)> ConversationsAsync(Scope scope, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var people = new HashSet<Scope>();
        var query = new PageQuery { Scope = scope, Limit = Page };
        do
        {
            var page = await store.QueryResourcesAsync(query, cancellationToken);
            foreach (var resource in page.Items.Where(resource => resource.Scope.Session == scope.Session && (scope.User is null || resource.Scope.User == scope.User) && resource.Scope.User is not null))
            {
                ids.Add(resource.Id);
                people.Add(PersonScope.Of(resource.Scope));
            }

            query = query with { Cursor = page.NextCursor };
        }
        while (query.Cursor is not null);
        return (ids, people);
    }
}
