using Remanence.Commits;
using Remanence.Memories;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace OwnLearning;

// Around every commit and erasure: what is to be done goes with the message that said it.
public sealed class ErrandStep(MemoryStore store) : CommitStep
{
    public override async Task<ErasedWith> ErasingAsync(string workspace, IReadOnlyList<string> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var erased = await store.GetAsync(workspace, ids, cancellationToken);
        var places = erased.Where(memory => memory.Kind == MemoryKinds.Message).SelectMany(memory => memory.Sources).Select(Place).ToHashSet();
        var errands = await store.AllAsync(new Scope(workspace), new MemoryFilter.Kind([MemoryKinds.Observation]), cancellationToken)
            .Where(memory => memory.Keywords.Contains(ErrandPlan.Keyword, StringComparer.Ordinal) && memory.Sources.Select(Place).Any(places.Contains))
            .ToListAsync(cancellationToken);
        return new ErasedWith([.. errands.Select(errand => errand.Id)], []);
    }

    private static (string, string?) Place(MemorySource source) => (source.ResourceId, source.MessageId);
}
