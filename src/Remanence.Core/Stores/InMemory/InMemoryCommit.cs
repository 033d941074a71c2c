using Remanence.Embeddings;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Stores.History;
using Remanence.Stores.Reads;

namespace Remanence.Stores.InMemory;

/// <summary>
/// One change set on its way into a workspace: planned first, where it can fail and changes nothing, then applied, where it cannot fail.
/// </summary>
internal sealed class InMemoryCommit(InMemoryWorkspace workspace, OrderedItems<Job> jobs, ChangeSet changes, DateTimeOffset now)
{
    private readonly Dictionary<string, Memory?> _states = new(StringComparer.Ordinal);
    private readonly List<string> _touched = [];
    private readonly List<string> _existing = [];
    private readonly List<HistoryEntry> _history = [];

    public CommitResult Run()
    {
        if (workspace.Applied.TryGetValue(changes.Id, out var applied))
        {
            return applied.Fingerprint is null || changes.Fingerprint is null || applied.Fingerprint == changes.Fingerprint
                ? new CommitResult(workspace.Generation, applied.Sequence, true, [])
                : throw new ChangeSetConflictException($"The change set \"{changes.Id}\" was applied before with other content; use a new id.");
        }

        CheckLeases();
        CheckReads();
        CheckMessages();
        PlanInserts();
        PlanUpdates();
        PlanSupersessions();
        PlanDeletions();
        CheckSpaces();
        CheckJobs();
        Apply();
        return new CommitResult(workspace.Generation, workspace.Sequence, false, _existing);
    }

    private Memory? Current(string id) => _states.TryGetValue(id, out var planned) ? planned : workspace.Memories.Find(id)?.Memory;

    private void Plan(HistoryOperation operation, string id, Memory? before, Memory? after)
    {
        if (!_states.ContainsKey(id))
        {
            _touched.Add(id);
        }

        _states[id] = after;
        _history.Add(new HistoryEntry
        {
            MemoryId = id,
            Sequence = workspace.Sequence + 1,
            At = changes.At,
            Operation = operation,
            Actor = changes.Actor,
            Reason = changes.Reason,
            Before = before,
            After = after,
        });
    }

    private void CheckLeases()
    {
        foreach (var lease in changes.Leases)
        {
            if (jobs.Find(lease.JobId) is not { } job || job.Scope.Workspace != changes.Workspace || !lease.Holds(job))
            {
                throw JobLeaseLostException.For(lease.JobId);
            }
        }
    }

    private void CheckReads()
    {
        foreach (var read in changes.Reads)
        {
            var known = read.At?.Sequence ?? 0;
            if ((read.At is { } at && at.Generation != workspace.Generation)
                || workspace.Memories.Values.Any(version => version.Sequence > known && read.Covers(version.Memory.Scope, version.Memory.Kind))
                || workspace.Tombstones.Values.Any(gone => gone.Sequence > known && LastOf(gone.Id) is { } memory && read.Covers(memory.Scope, memory.Kind)))
            {
                throw StaleReadException.For(changes.Id);
            }
        }
    }

    private Memory? LastOf(string id) => workspace.HistoryOf.GetValueOrDefault(id)?[^1].Before;

    private void CheckMessages()
    {
        var brought = changes.Resources.Select(resource => resource.Id).ToHashSet(StringComparer.Ordinal);
        if (changes.Messages.Any(message => !brought.Contains(message.ResourceId) && !workspace.Resources.TryGet(message.ResourceId, out _)))
        {
            throw new ArgumentException("A message belongs to a resource that does not exist; store the resource with it.", nameof(changes));
        }
    }

    private void PlanInserts()
    {
        var imported = changes.History.Select(entry => entry.MemoryId).ToHashSet(StringComparer.Ordinal);
        foreach (var insert in changes.Inserts)
        {
            if (Current(insert.Id) is not null)
            {
                _existing.Add(insert.Id);
                continue;
            }

            var past = workspace.HistoryOf.ContainsKey(insert.Id);
            Plan(past ? HistoryOperation.Restored : HistoryOperation.Created, insert.Id, null, Owned(insert));
            if (imported.Contains(insert.Id))
            {
                _history.RemoveAt(_history.Count - 1);
            }
        }
    }

    private void PlanUpdates()
    {
        foreach (var update in changes.Updates)
        {
            var before = Current(update.Memory.Id)
                ?? throw new MemoryNotFoundException($"The memory \"{update.Memory.Id}\" does not exist; it cannot be updated.");
            if (before.Scope != update.Memory.Scope)
            {
                throw new ArgumentException("An update keeps the memory's scope.", nameof(changes));
            }

            if (update.ExpectedUpdatedAt is { } expected && expected != before.UpdatedAt)
            {
                throw new MemoryConflictException($"The memory \"{before.Id}\" changed meanwhile; read it and try again.");
            }

            Plan(update.Operation, before.Id, before, Owned(update.Memory));
        }
    }

    private void PlanSupersessions()
    {
        foreach (var supersession in changes.Supersessions)
        {
            var before = Current(supersession.MemoryId)
                ?? throw new MemoryNotFoundException($"The memory \"{supersession.MemoryId}\" does not exist; it cannot be superseded.");
            if (Current(supersession.SuccessorId) is null)
            {
                throw new MemoryNotFoundException($"The memory \"{supersession.SuccessorId}\" does not exist; it cannot supersede another.");
            }

            Plan(HistoryOperation.Superseded, before.Id, before, new Memory(before)
            {
                Status = MemoryStatus.Superseded,
                SupersededBy = supersession.SuccessorId,
                ValidTo = before.ValidTo ?? supersession.ValidTo,
                UpdatedAt = changes.At,
            });
        }
    }

    private void PlanDeletions()
    {
        foreach (var id in changes.Deletions)
        {
            if (Current(id) is { } before)
            {
                Plan(HistoryOperation.Deleted, id, before, null);
            }
        }
    }

    private void CheckSpaces()
    {
        if (changes.ActivateSpace is { } space && workspace.FindSpace(space) is null && changes.BuildSpace != space)
        {
            throw new MemoryConflictException($"The workspace has no space \"{space.Name}\" to activate; build it first.");
        }
    }

    private void CheckJobs()
    {
        var taken = changes.Jobs.FirstOrDefault(job => jobs.TryGet(job.Id, out var stored) && stored.Scope.Workspace != changes.Workspace);
        if (taken is not null)
        {
            throw new MemoryConflictException($"The job id \"{taken.Id}\" is taken; use a new one.");
        }
    }

    private void Apply()
    {
        var sequence = ++workspace.Sequence;
        foreach (var resource in changes.Resources)
        {
            workspace.Resources.Put(resource.Id, resource with { Metadata = resource.Metadata?.Clone() });
        }

        foreach (var message in changes.Messages)
        {
            if (!workspace.Messages.TryGetValue(message.ResourceId, out var messages))
            {
                workspace.Messages.Add(message.ResourceId, messages = []);
            }

            messages.TryAdd(message.Position, message);
        }

        foreach (var id in _touched)
        {
            var after = _states[id];
            workspace.Tombstones.Remove(id);
            if (after is not null && workspace.Memories.TryGet(id, out var before) && !before.Memory.HasTextOf(after))
            {
                workspace.ForgetVectors(id);
            }

            if (after is not null || !workspace.Memories.TryGet(id, out _))
            {
                workspace.Memories.Put(id, new InMemoryWorkspace.MemoryVersion(after!, sequence));
            }

            if (after is null)
            {
                workspace.Bury(id, sequence);
            }
        }

        _history.ForEach(workspace.Append);
        foreach (var category in changes.Categories)
        {
            workspace.Categories.Put(category.Id, category);
        }

        foreach (var id in changes.CategoryDeletions)
        {
            workspace.Categories.Remove(id);
        }

        foreach (var entry in changes.History)
        {
            workspace.Append(entry with
            {
                Sequence = sequence,
                Before = entry.Before is null ? null : Owned(entry.Before),
                After = entry.After is null ? null : Owned(entry.After),
            });
        }

        ApplySpaces(sequence);
        foreach (var job in changes.Jobs)
        {
            jobs.Put(job.Id, JobClock.Put(changes, job, jobs.Find(job.Id), now) with { Payload = job.Payload?.Clone() });
        }

        workspace.Applied.Add(changes.Id, new InMemoryWorkspace.AppliedChangeSet(changes.Fingerprint, sequence, changes.Scopes()));
    }

    private void ApplySpaces(long sequence)
    {
        if (changes.BuildSpace is { } build && workspace.FindSpace(build) is null)
        {
            workspace.NextSpace = new InMemorySpace(build);
        }

        foreach (var (space, memories) in changes.Vectors)
        {
            Put(workspace.FindSpace(space), memories, sequence);
        }

        if (changes.ActivateSpace is { } activate && workspace.NextSpace?.Space == activate)
        {
            (workspace.ActiveSpace, workspace.NextSpace) = (workspace.NextSpace, null);
        }

        foreach (var space in changes.DropSpaces)
        {
            workspace.ActiveSpace = workspace.ActiveSpace?.Space == space ? null : workspace.ActiveSpace;
            workspace.NextSpace = workspace.NextSpace?.Space == space ? null : workspace.NextSpace;
        }
    }

    private void Put(InMemorySpace? space, IReadOnlyList<MemoryVectors> memories, long sequence)
    {
        foreach (var vectors in memories)
        {
            if (space is not null && workspace.Memories.Find(vectors.MemoryId)?.Sequence == vectors.Sequence)
            {
                space.Vectors[vectors.MemoryId] = vectors with { Sequence = sequence, Passages = [.. vectors.Passages] };
            }
        }
    }

    // A caller may give its JSON document back to the pool, and may go on using its lists.
    private static Memory Owned(Memory memory) => new(memory)
    {
        Metadata = memory.Metadata?.Clone(),
        Keywords = [.. memory.Keywords],
        Sources = [.. memory.Sources],
        Links = [.. memory.Links],
        Categories = [.. memory.Categories],
    };
}
