using Remanence.Commits;
using Remanence.Stores;
using Remanence.Stores.Reads;

namespace Remanence.Search.Engine;

/// <summary>Makes what was committed searchable.</summary>
internal sealed class SearchStep(MemoryStore store, ISearchFeed searches) : CommitStep
{
    public override async Task CommittedAsync(ChangeSet changes, CommitResult result)
    {
        // What the store decides itself (existing inserts, supersessions) is read back, so that the index shows the store.
        var upserts = changes.Supersessions.Count == 0 && result.Existing.Count == 0
            ? [.. changes.Inserts, .. changes.Updates.Select(update => update.Memory)]
            : await store.GetAsync(changes.Workspace, [.. IdsOf(changes).Distinct(StringComparer.Ordinal)], CancellationToken.None);
        await searches.ApplyAsync(changes.Workspace, new Freshness(result.Generation, result.Sequence), upserts, changes);
    }

    public override void Forget(string workspace) => searches.Drop(workspace);

    private static IEnumerable<string> IdsOf(ChangeSet changes) => changes.Inserts.Select(memory => memory.Id)
        .Concat(changes.Updates.Select(update => update.Memory.Id))
        .Concat(changes.Supersessions.Select(supersession => supersession.MemoryId));
}
