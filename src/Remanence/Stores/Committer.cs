using Remanence.Embeddings;
using Remanence.Events;
using Remanence.Events.Webhooks;
using Remanence.Jobs;
using Remanence.PersonalMemory.Reflection;
using Remanence.Search;

namespace Remanence.Stores;

/// <summary>The one way in which the engine changes memories: durable in the store first, then searchable.</summary>
internal sealed class Committer(
    MemoryStore store, ISearchFeed searches, InsightUpkeep insights, EmbeddingUpkeep upkeep, WebhookQueue? webhooks)
{
    private const int MaxAttempts = 5;

    public async Task<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        changes = await upkeep.WithJobAsync(changes, cancellationToken);
        changes = webhooks is null ? changes : await webhooks.AttachAsync(changes, cancellationToken);
        (changes, var result) = await StoreAsync(changes, cancellationToken);
        if (result.AlreadyApplied)
        {
            return result;
        }

        await upkeep.CommittedAsync(changes);

        // What the store decides itself (existing inserts, supersessions) is read back, so that the index shows the store.
        var upserts = changes.Supersessions.Count == 0 && result.Existing.Count == 0
            ? [.. changes.Inserts, .. changes.Updates.Select(update => update.Memory)]
            : await store.GetAsync(changes.Workspace, [.. IdsOf(changes).Distinct(StringComparer.Ordinal)], CancellationToken.None);
        await searches.ApplyAsync(changes.Workspace, new Freshness(result.Generation, result.Sequence), upserts, changes);
        webhooks?.Committed(changes);
        return result;
    }

    // An insight that goes with the change may be changed by somebody else at the same moment, which is no fault of the caller's.
    private async Task<(ChangeSet Changes, CommitResult Result)> StoreAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var attached = await insights.AttachAsync(changes, cancellationToken);
            var whole = NulCharacters.TakeOut(attached);
            try
            {
                return (whole, await store.CommitAsync(whole, cancellationToken));
            }
            catch (Exception exception) when (exception is MemoryConflictException or MemoryNotFoundException && attached != changes && attempt < MaxAttempts)
            {
            }
        }
    }

    private static IEnumerable<string> IdsOf(ChangeSet changes) => changes.Inserts.Select(memory => memory.Id)
        .Concat(changes.Updates.Select(update => update.Memory.Id))
        .Concat(changes.Supersessions.Select(supersession => supersession.MemoryId));
}
