using Remanence.Memories;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.Privacy.Forgotten;

/// <summary>Writes and reads tombstones.</summary>
internal sealed class ForgottenMemories(MemoryStore store)
{
    /// <summary>The messages behind what a person's memories were forgotten of; without a user, of the memories that all share.</summary>
    /// <param name="scope">Whose; agent and session do not narrow, since a message may come again in another session.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ForgottenSources> FindAsync(Scope scope, CancellationToken cancellationToken)
    {
        var places = new List<(string, string)>();
        var keys = new List<string>();
        await foreach (
            var tombstone in store.AllAsync(new Scope(scope.Workspace, scope.User), new MemoryFilter.Kind([MemoryKinds.Forgotten]), cancellationToken))
        {
            if (scope.User is not null || tombstone.Scope.User is null)
            {
                places.AddRange(tombstone.Sources.Where(source => source.MessageId is not null).Select(source => (source.ResourceId, source.MessageId!)));
                keys.AddRange(Tombstones.KeysOf(tombstone));
            }
        }

        return new ForgottenSources(places, keys);
    }

    /// <summary>The tombstone of a memory that is about to be forgotten; null when it needs none.</summary>
    public async Task<Memory?> BuryAsync(Memory memory, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!Tombstones.IsDerived(memory))
        {
            return null;
        }

        // The facts behind it stand, and their messages may be read again.
        if (memory.Kind == MemoryKinds.Insight)
        {
            return Tombstones.Of(new Memory(memory) { Sources = [] }, [], now);
        }

        var keys = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var conversation in memory.Sources.Where(source => source.MessageId is not null).GroupBy(source => source.ResourceId, StringComparer.Ordinal))
        {
            string[] wanted = [.. conversation.Select(source => source.MessageId!).Distinct(StringComparer.Ordinal)];
            var messages = await store.GetMessagesAsync(memory.Scope.Workspace, conversation.Key, wanted, cancellationToken);
            keys.UnionWith(messages.Select(stored => Tombstones.KeyOf(stored.Message)));
        }

        return Tombstones.Of(memory, keys, now);
    }
}
