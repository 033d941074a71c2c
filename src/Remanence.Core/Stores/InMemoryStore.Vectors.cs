using System.Runtime.CompilerServices;
using Remanence.Embeddings;

namespace Remanence.Stores;

public sealed partial class InMemoryStore
{
    /// <inheritdoc/>
    public override async IAsyncEnumerable<MemoryVectors> ReadVectorsAsync(
        string workspace, EmbeddingSpace space, long afterSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var vectors in await Read(() => Vectors(workspace, space, afterSequence), cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return vectors;
        }
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<MemoryVectors>> GetVectorsAsync(
        string workspace, EmbeddingSpace space, IReadOnlyList<string> memoryIds, CancellationToken cancellationToken) => Read(() =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.Check(space);
        StoreArguments.CheckTexts(memoryIds, "A memory's id");
        var vectors = Find(workspace)?.FindSpace(space)?.Vectors;
        return vectors is null ? [] : (IReadOnlyList<MemoryVectors>)[.. memoryIds.Select(id => vectors.GetValueOrDefault(id)).OfType<MemoryVectors>()];
    }, cancellationToken);

    /// <inheritdoc/>
    public override Task<Page<MemoryChange>> QueryUnembeddedAsync(
        string workspace, EmbeddingSpace space, string? cursor, int limit, CancellationToken cancellationToken) => Read(() =>
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.Check(space);
        StoreArguments.CheckLimit(limit);
        var found = Find(workspace);
        var vectors = found?.FindSpace(space)?.Vectors;
        var page = (found?.Memories ?? new()).Page('e', cursor, limit, item => vectors?.ContainsKey(item.Memory.Id) != true);
        return new Page<MemoryChange>([.. page.Items.Select(item => new MemoryChange(item.Sequence, item.Memory.Id, item.Memory))], page.NextCursor);
    }, cancellationToken);

    private List<MemoryVectors> Vectors(string name, EmbeddingSpace space, long afterSequence)
    {
        StoreArguments.RequireText(name, nameof(name));
        StoreArguments.Check(space);
        var workspace = Find(name);
        return workspace?.FindSpace(space)?.Vectors is not { } vectors ? [] :
        [
            .. workspace.Memories.Values.Select(item => vectors.GetValueOrDefault(item.Memory.Id)).OfType<MemoryVectors>()
                .Where(item => item.Sequence > afterSequence),
        ];
    }
}
