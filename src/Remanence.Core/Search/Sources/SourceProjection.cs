using System.Collections.Concurrent;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Search.Engine;
using Remanence.Stores;
using Remanence.Stores.Changes;
using Remanence.Stores.Reads;

namespace Remanence.Search.Sources;

/// <summary>
/// Knows how far a source is behind the store, and sees to it that a workspace which is behind has a job that brings it up, and not one for every commit.
/// Thread-safe.
/// </summary>
internal sealed class SourceProjection(MemoryStore store, CandidateSource source, TimeProvider time) : ISearchFeed
{
    private readonly IChangeFeed _feed = store as IChangeFeed
        ?? throw new ArgumentException($"{store.GetType().Name} cannot be searched by a source: it has no change feed.", nameof(store));

    // What the source was last seen to show.
    private readonly ConcurrentDictionary<string, SourcePosition> _shown = new(StringComparer.Ordinal);

    public async Task ApplyAsync(string workspace, Freshness at, IReadOnlyList<Memory> upserts, ChangeSet changes)
    {
        if (upserts.Count + changes.Deletions.Count + changes.Vectors.Count + changes.DropSpaces.Count == 0 && changes.ActivateSpace is null)
        {
            return;
        }

        try
        {
            await QueueAsync(workspace, CancellationToken.None);
        }
        catch (RemanenceException)
        {
            // The commit is durable all the same; the next search or start sees that the source is behind.
        }
    }

    public void Drop(string workspace) => _shown.TryRemove(workspace, out _);

    /// <summary>Queues a job unless one waits: one that runs may have read before the last commit.</summary>
    /// <returns>The job that waits.</returns>
    public async Task<string> QueueAsync(string workspace, CancellationToken cancellationToken)
    {
        var scope = new Scope(workspace);
        var now = time.GetUtcNow();
        if (await store.GetWaitingJobsAsync(scope, JobKinds.Project, 1, cancellationToken) is [var waiting, ..])
        {
            return waiting.Id;
        }

        var job = new Job
        {
            Id = Identifiers.New(now),
            Scope = scope,
            Kind = JobKinds.Project,

            // Searches wait for it.
            Priority = 1,
            DueAt = now,
            RecordedAt = now,
            UpdatedAt = now,
        };
        await store.CommitAsync(
            new ChangeSet
            {
                Id = Identifiers.New(now),
                Workspace = workspace,
                At = now,
                Actor = "search",
                Jobs = [job],
            },
            cancellationToken);
        return job.Id;
    }

    /// <summary>What the source shows, and whether that is the store's state.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="wanted">The store's state.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    public async Task<(SourcePosition? Shown, bool IsFresh)> LookAsync(string workspace, Freshness wanted, CancellationToken cancellationToken)
    {
        if (_shown.TryGetValue(workspace, out var seen) && Shows(seen, wanted))
        {
            return (seen, true);
        }

        var position = SourcePosition.Read(await source.GetPositionAsync(workspace, cancellationToken));
        if (position is null || position.At.Generation != wanted.Generation)
        {
            return (null, false);
        }

        // Commits that change nothing to be searched, such as the end of a job, are no reason to wait.
        if (!Shows(position, wanted) && await HasNewsAsync(workspace, position, cancellationToken))
        {
            return (position, false);
        }

        position = Shows(position, wanted) ? position : position with { At = wanted };
        _shown[workspace] = position;
        return (position, true);
    }

    private static bool Shows(SourcePosition position, Freshness wanted) =>
        position.At.Generation == wanted.Generation && position.At.Sequence >= wanted.Sequence;

    private async Task<bool> HasNewsAsync(string workspace, SourcePosition position, CancellationToken cancellationToken)
    {
        if ((await store.GetWorkspaceAsync(workspace, cancellationToken))?.Embedding?.Space != position.Space)
        {
            return true;
        }

        return await _feed.ReadChangesAsync(workspace, position.At.Sequence, cancellationToken).AnyAsync(cancellationToken)
            || (
                position.Space is { } space
                && await store.ReadVectorsAsync(workspace, space, position.At.Sequence, cancellationToken).AnyAsync(cancellationToken));
    }
}
