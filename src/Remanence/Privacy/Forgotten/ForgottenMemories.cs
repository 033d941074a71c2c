using Remanence.Memories;
using Remanence.Messages;
using Remanence.Stores;

namespace Remanence.Privacy.Forgotten;

/// <summary>Writes and reads tombstones.</summary>
internal sealed class ForgottenMemories(MemoryStore store)
{
    private const int Page = 500;

    /// <summary>The messages behind what a person's memories were forgotten of; without a user, of the memories that all share.</summary>
    /// <param name="scope">Whose; agent and session do not narrow, since a message may come again in another session.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ForgottenSources> FindAsync(Scope scope, CancellationToken cancellationToken)
    {
        var places = new List<(string, string)>();
        var keys = new List<string>();
        var query = new MemoryQuery { Scope = new Scope(scope.Workspace, scope.User), Filter = new MemoryFilter.Kind([MemoryKinds.Forgotten]), Limit = Page };
        do
        {
            var page = await store.QueryAsync(query, cancellationToken);
            foreach (var tombstone in page.Items.Where(item => scope.User is not null || item.Scope.User is null))
            {
                places.AddRange(tombstone.Sources.Where(source => source.MessageId is not null).Select(source => (source.ResourceId, source.MessageId!)));
                keys.AddRange(Tombstones.KeysOf(tombstone));
            }

            query = query with { Cursor = page.NextCursor };
        }
        while (query.Cursor is not null);
        return new ForgottenSources(places, keys);
    }

    /// <summary>The tombstone of a memory that is about to be forgotten; null when it needs none.</summary>
    public async Task<Memory?> BuryAsync(Memory memory, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!Tombstones.IsDerived(memory))
        {
            return null;
        }

        var keys = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var conversation in memory.Sources.Where(source => source.MessageId is not null).GroupBy(source => source.ResourceId, StringComparer.Ordinal))
        {
            var wanted = conversation.Select(source => source.MessageId!).ToHashSet(StringComparer.Ordinal);
            await foreach (var message in MessagesAsync(memory.Scope.Workspace, conversation.Key, cancellationToken))
            {
                if (wanted.Contains(message.Id!))
                {
                    keys.Add(Tombstones.KeyOf(message));
                }
            }
        }

        return Tombstones.Of(memory, keys, now);
    }

    private async IAsyncEnumerable<Message> MessagesAsync(
        string workspace, string resourceId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new PageQuery { Scope = new Scope(workspace), Limit = Page };
        do
        {
            var page = await store.QueryMessagesAsync(resourceId, query, cancellationToken);
            foreach (var item in page.Items)
            {
                yield return item.Message;
            }

            query = query with { Cursor = page.NextCursor };
        }
        while (query.Cursor is not null);
    }
}
