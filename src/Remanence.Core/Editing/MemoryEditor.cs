using Remanence.Commits;
using Remanence.Diagnostics;
using Remanence.Memories;
using Remanence.Privacy;
using Remanence.Privacy.Forgotten;
using Remanence.Search.Engine;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.History;

namespace Remanence.Editing;

/// <summary>What is done to single memories after they were made: changed, forgotten, restored, erased.</summary>
internal sealed class MemoryEditor(MemoryStore store, Committer committer, IMemorySearch search, PrivacyGuard guard, TimeProvider time)
{
    private readonly ForgottenMemories _forgotten = new(store);

    public async Task<Memory> GetAsync(Scope scope, string id, CancellationToken cancellationToken) =>
        await store.GetAsync(scope.Workspace, id, cancellationToken) is { } memory && scope.Sees(memory.Scope) ? memory : throw NotFound(id);

    public async Task<Memory> UpdateAsync(Scope scope, string id, MemoryPatch patch, CancellationToken cancellationToken)
    {
        PatchRules.Check(patch);
        patch = Redact(scope.Workspace, patch);
        var stored = await GetAsync(scope, id, cancellationToken);
        if (stored.Kind == MemoryKinds.Forgotten)
        {
            throw new MemoryConflictException(
                $"Memory {id} notes that something was forgotten and cannot be changed; delete it to let that be remembered again.");
        }

        var changed = PatchRules.Apply(stored, patch, time.GetUtcNow());
        await committer.CommitAsync(ChangeOf(scope, patch.Reason, new MemoryUpdate(changed, stored.UpdatedAt)), cancellationToken);
        return changed;
    }

    public async Task ForgetAsync(Scope scope, string id, CancellationToken cancellationToken)
    {
        var memory = await GetAsync(scope, id, cancellationToken);
        await ForgetAsync(memory, cancellationToken);
    }

    private async Task ForgetAsync(Memory memory, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var tombstone = await _forgotten.BuryAsync(memory, now, cancellationToken);
        var changes = new ChangeSet
        {
            Id = Identifiers.New(now),
            Workspace = memory.Scope.Workspace,
            At = now,
            Actor = "forget",
            Inserts = tombstone is null ? [] : [tombstone],
            Deletions = [memory.Id],
        };
        await committer.CommitAsync(changes, cancellationToken);
    }

    public async Task<Memory> RestoreAsync(Scope scope, string id, long? sequence, CancellationToken cancellationToken)
    {
        var history = await HistoryAsync(scope, id, cancellationToken);
        var current = await store.GetAsync(scope.Workspace, id, cancellationToken);
        var target = sequence is { } wanted
            ? history.LastOrDefault(entry => entry.Sequence <= wanted)?.After
                ?? throw new InvalidRequestException("sequence", $"Memory {id} had no state at commit {wanted}; its history begins at {history[0].Sequence}.")
            : LastState(history, current) ?? throw new MemoryConflictException($"Memory {id} is as it was created; there is nothing to restore.");
        var now = time.GetUtcNow();
        var restored = new Memory(target)
        {
            UpdatedAt = now,
            Status = sequence is null && target.Kind != MemoryKinds.Forgotten ? MemoryStatus.Active : target.Status,
            SupersededBy = sequence is null ? null : target.SupersededBy,
        };
        var changes = current is null
            ? new ChangeSet { Id = Identifiers.New(now), Workspace = scope.Workspace, At = now, Actor = "restore", Inserts = [restored] }
            : ChangeOf(scope, reason: null, new MemoryUpdate(restored, current.UpdatedAt, HistoryOperation.Restored));
        var tombstone = Tombstones.IdOf(id);
        changes = await store.GetAsync(scope.Workspace, tombstone, cancellationToken) is null ? changes : new ChangeSet(changes) { Deletions = [tombstone] };
        await committer.CommitAsync(changes, cancellationToken);
        return restored;
    }

    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Scope scope, string id, CancellationToken cancellationToken)
    {
        var history = await store.GetHistoryAsync(scope.Workspace, id, cancellationToken);
        return history.Count > 0 && (history[^1].After ?? history[^1].Before) is { } last && scope.Sees(last.Scope) ? history : throw NotFound(id);
    }

    public async Task<Erasure> EraseAsync(Scope scope, CancellationToken cancellationToken)
    {
        if (scope.User is null && scope.Agent is null && scope.Session is null)
        {
            throw new InvalidRequestException("user_id", "Name a user_id, agent_id or session_id to erase; to erase everything, delete the workspace.");
        }

        // First what the session's messages became; cut off in between, the session is still there to be erased again.
        var now = time.GetUtcNow();
        var (alone, shared) = await new SessionFacts(store).FindAsync(scope, now, cancellationToken);
        if (shared.Count > 0)
        {
            await committer.CommitAsync(
                new ChangeSet
                {
                    Id = Identifiers.New(now),
                    Workspace = scope.Workspace,
                    At = now,
                    Actor = "erase",
                    Updates = shared,
                },
                cancellationToken);
        }

        var facts = alone.Count > 0 ? await committer.EraseAsync(scope.Workspace, alone, now, cancellationToken) : null;
        var erasure = await committer.EraseAsync(scope, cancellationToken);
        await search.SettleAsync(scope.Workspace, cancellationToken);
        return facts is null ? erasure : erasure with
        {
            Memories = erasure.Memories + facts.Memories,
            History = erasure.History + facts.History,
            TracesUntil = erasure.TracesUntil ?? facts.TracesUntil,
        };
    }

    public async Task<Erasure> EraseAsync(Scope scope, string id, CancellationToken cancellationToken)
    {
        // A memory forgotten before is still in the history, and can be erased from there.
        var history = await HistoryAsync(scope, id, cancellationToken);
        var forgotten = history[^1].After is { } memory && Tombstones.IsDerived(memory);
        if (forgotten)
        {
            await ForgetAsync(history[^1].After!, cancellationToken);
        }

        var erasure = await EraseAsync(scope.Workspace, [id], cancellationToken);
        await search.SettleAsync(scope.Workspace, cancellationToken);
        return forgotten ? erasure with { Memories = erasure.Memories + 1 } : erasure;
    }

    /// <summary>Erases memories of any scope of the workspace, and of those of kind message the messages, too.</summary>
    public Task<Erasure> EraseAsync(string workspace, IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        committer.EraseAsync(workspace, ids, time.GetUtcNow(), cancellationToken);

    public async Task<Erasure> DropAsync(string workspace, CancellationToken cancellationToken)
    {
        // Before, so that whatever happens in between is told anew or not at all; after, for what was told in between.
        await search.RemoveAsync(workspace, cancellationToken);
        if (await store.GetWorkspaceAsync(workspace, cancellationToken) is null)
        {
            throw store.NotFound($"Workspace {Printable.Show(workspace)} does not exist.");
        }

        var erasure = await committer.DropAsync(workspace, cancellationToken);
        await search.RemoveAsync(workspace, cancellationToken);
        return erasure;
    }

    private MemoryPatch Redact(string workspace, MemoryPatch patch) => patch with
    {
        Content = patch.Content is { } content ? guard.Redact(workspace, content) : null,
        Trigger = patch.Trigger is { } trigger ? guard.Redact(workspace, trigger) : null,
        Keywords = patch.Keywords is { } keywords ? [.. keywords.Select(keyword => guard.Redact(workspace, keyword))] : null,
        Reason = patch.Reason is { } reason ? guard.Redact(workspace, reason) : null,
        Metadata = guard.Redact(workspace, patch.Metadata),
    };

    private static Memory? LastState(IReadOnlyList<HistoryEntry> history, Memory? current) =>
        current is { Status: not MemoryStatus.Active } ? current : history[^1].Before;

    private ChangeSet ChangeOf(Scope scope, string? reason, MemoryUpdate update)
    {
        var now = time.GetUtcNow();
        return new ChangeSet { Id = Identifiers.New(now), Workspace = scope.Workspace, At = now, Actor = "update", Reason = reason, Updates = [update] };
    }

    private RemanenceException NotFound(string id) => store.NotFound($"Memory {Printable.Show(id)} does not exist here.");
}
