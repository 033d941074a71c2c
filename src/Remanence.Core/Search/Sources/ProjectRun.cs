using Remanence.Embeddings;
using Remanence.Memories;
using Remanence.Search.Engine;
using Remanence.Stores;
using Remanence.Stores.Changes;
using Remanence.Stores.Reads;

namespace Remanence.Search.Sources;

/// <summary>
/// Tells a source what changed in one workspace since the position that it keeps. The position is kept with the last batch only, so a run that breaks off is
/// done again from where it began, which changes nothing that it did.
/// </summary>
internal sealed class ProjectRun(MemoryStore store, CandidateSource source, MemoryAnalyzer analyzer, string workspace)
{
    private const int Batch = 200;
    private readonly List<string> _removals = [];
    private readonly List<Memory> _upserts = [];
    private SourcePosition _goal = new(default, null);

    /// <summary>Brings the source up.</summary>
    /// <returns>False when the workspace was erased from, or created again, in the middle: to be done once more.</returns>
    public async Task<bool> TryBringUpAsync(CancellationToken cancellationToken)
    {
        _removals.Clear();
        _upserts.Clear();
        if (await store.GetFreshnessAsync(workspace, cancellationToken) is not { } wanted)
        {
            await source.DropAsync(workspace, cancellationToken);
            return true;
        }

        var space = (await store.GetWorkspaceAsync(workspace, cancellationToken))?.Embedding?.Space;
        var position = SourcePosition.Read(await source.GetPositionAsync(workspace, cancellationToken));
        if (position is null || !position.IsOf(wanted.Generation, space))
        {
            await source.DropAsync(workspace, cancellationToken);
            position = new SourcePosition(new Freshness(wanted.Generation, 0), space);
        }

        _goal = position with { At = wanted };
        return await TellMemoriesAsync(position.At.Sequence, cancellationToken)
            && (space is null || position.At.Sequence == 0 || await TellVectorsAsync(space, position.At.Sequence, cancellationToken))
            && await FlushAsync(isLast: true, cancellationToken)
            && await IsStillAsync(cancellationToken);
    }

    private async Task<bool> TellMemoriesAsync(long after, CancellationToken cancellationToken)
    {
        await foreach (var change in ((IChangeFeed)store).ReadChangesAsync(workspace, after, cancellationToken))
        {
            _goal = _goal with { At = _goal.At with { Sequence = Math.Max(_goal.At.Sequence, change.Sequence) } };
            if (change.Memory is { } memory && !SearchIndexes.IsHidden(memory))
            {
                _upserts.Add(memory);
            }
            else
            {
                _removals.Add(change.MemoryId);
            }

            if (_upserts.Count + _removals.Count >= Batch && !await FlushAsync(isLast: false, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    // Texts that were embedded since, and did not change themselves.
    private async Task<bool> TellVectorsAsync(EmbeddingSpace space, long after, CancellationToken cancellationToken)
    {
        await foreach (var ids in store.ReadVectorsAsync(workspace, space, after, cancellationToken).Select(vectors => vectors.MemoryId).Chunk(Batch)
            .WithCancellation(cancellationToken))
        {
            _upserts.AddRange((await store.GetAsync(workspace, ids, cancellationToken)).Where(memory => !SearchIndexes.IsHidden(memory)));
            if (!await FlushAsync(isLast: false, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> FlushAsync(bool isLast, CancellationToken cancellationToken)
    {
        // What was erased or dropped meanwhile must not come back by what was read before.
        if (!await IsStillAsync(cancellationToken))
        {
            return false;
        }

        var changes = new SourceChanges
        {
            Workspace = workspace,
            Removals = [.. _removals],
            Upserts = await DocumentsAsync(cancellationToken),
            Position = isLast ? _goal.Write() : null,
        };
        _removals.Clear();
        _upserts.Clear();
        await source.ApplyAsync(changes, cancellationToken);
        return true;
    }

    private async Task<bool> IsStillAsync(CancellationToken cancellationToken) =>
        (await store.GetFreshnessAsync(workspace, cancellationToken))?.Generation == _goal.At.Generation;

    private async Task<IReadOnlyList<SourceDocument>> DocumentsAsync(CancellationToken cancellationToken)
    {
        var analyzed = analyzer.Analyze(_upserts, cancellationToken);
        if (_goal.Space is not { } space)
        {
            return [.. analyzed.Select(memory => SourceDocuments.Of(memory, SourceDocuments.BuiltIn(memory)))];
        }

        var vectors = (await store.GetVectorsAsync(workspace, space, [.. _upserts.Select(memory => memory.Id)], cancellationToken))
            .ToDictionary(found => found.MemoryId, found => found.Passages, StringComparer.Ordinal);
        return [.. analyzed.Select(memory => SourceDocuments.Of(memory, SourceDocuments.External(vectors.GetValueOrDefault(memory.Memory.Id, []))))];
    }
}
