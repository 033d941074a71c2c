using System.Diagnostics.CodeAnalysis;
using Remanence.Commits;
using Remanence.Stores;
using Remanence.Stores.Reads;

namespace Remanence.Editing;

/// <summary>
/// Reads, plans and commits, and does it again when somebody else was faster, so that no change is made from a state that is past. In this process edits of one
/// workspace queue; between processes the store's own check decides. Thread-safe.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Semaphores without wait handles hold nothing but memory.")]
internal sealed class PlanCommitter(Committer committer, TimeProvider time)
{
    private const int MaxAttempts = 40;

    // 64 milliseconds.
    private const int MaxPauseBits = 6;
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Edits a workspace.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="actor">Who changes, for the history.</param>
    /// <param name="planAsync">Reads the present state and plans; called again when that state is past.</param>
    /// <param name="cancellationToken">Honoured until writing begins.</param>
    /// <returns>What was committed.</returns>
    /// <exception cref="MemoryConflictException">Others were faster every time.</exception>
    /// <exception cref="StaleReadException">Others were faster every time.</exception>
    public async Task<MemoryEdits> EditAsync(
        string workspace,
        string actor,
        Func<DateTimeOffset, CancellationToken, Task<MemoryEdits>> planAsync,
        CancellationToken cancellationToken)
    {
        var gate = _gates[(uint)string.GetHashCode(workspace, StringComparison.Ordinal) % _gates.Length];
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await EditAsync(planAsync, workspace, actor, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<MemoryEdits> EditAsync(
        Func<DateTimeOffset, CancellationToken, Task<MemoryEdits>> planAsync,
        string workspace,
        string actor,
        CancellationToken cancellationToken)
    {
        MemoryEdits? earlier = null;
        IReadOnlyList<string> existing = [];
        for (var attempt = 1; ; attempt++)
        {
            var now = time.GetUtcNow();
            var edits = await planAsync(now, cancellationToken);
            var result = edits.IsEmpty ? null : await TryCommitAsync(edits, workspace, actor, now, last: attempt == MaxAttempts, cancellationToken);
            if (result is null && !edits.IsEmpty)
            {
                await GiveWayAsync(attempt, cancellationToken);
                continue;
            }

            if (earlier is not null)
            {
                edits.Follow(earlier, existing);
            }

            // What another process inserted first is there now; planned again it is known.
            if (result is null || result.Existing.Count == 0 || attempt == MaxAttempts)
            {
                return edits;
            }

            (earlier, existing) = (edits, result.Existing);
        }
    }

    // Who was slower once would be slower again if all tried at the same pace.
    private Task GiveWayAsync(int attempt, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1 << Math.Min(attempt - 1, MaxPauseBits))), time, cancellationToken);

    // Null when somebody else was faster.
    private async Task<CommitResult?> TryCommitAsync(
        MemoryEdits edits,
        string workspace,
        string actor,
        DateTimeOffset now,
        bool last,
        CancellationToken cancellationToken)
    {
        var changes = edits.ToChangeSet(Identifiers.New(now), workspace, actor, now);
        try
        {
            return await committer.CommitAsync(changes, cancellationToken);
        }
        catch (Exception exception) when (!last && exception is StaleReadException or MemoryConflictException or MemoryNotFoundException)
        {
            return null;
        }
    }
}
