using Remanence.Commits;
using Remanence.Editing;
using Remanence.Memories;
using Remanence.Stores;
using Remanence.Stores.History;

namespace Remanence.PersonalMemory.Reflection;

/// <summary>
/// Sees to it that no insight outlives a fact behind it. What is left of its facts waits for the next reflection, which draws it anew. Thread-safe.
/// </summary>
/// <param name="store">The engine's store.</param>
public sealed class InsightUpkeep(MemoryStore store) : CommitStep
{
    /// <summary>The change set, and the withdrawal of the insights that it takes a fact from; the same object where it takes none.</summary>
    /// <inheritdoc/>
    public override async Task<ChangeSet> PrepareAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        var gone = await GoneAsync(changes, cancellationToken);
        var insights = await DrawnFromAsync(gone, changes.Workspace, cancellationToken);
        insights.RemoveAll(insight =>
            changes.Updates.Any(update => update.Memory.Id == insight.Id) || changes.Deletions.Contains(insight.Id, StringComparer.Ordinal));
        if (insights.Count == 0)
        {
            return changes;
        }

        var edits = new MemoryEdits();
        edits.Updates.AddRange(changes.Updates);
        foreach (var insight in insights)
        {
            edits.Update(Insight.Withdraw(insight), insight, HistoryOperation.Updated, changes.At);
        }

        var ended = EndedBy(changes);
        await FreeAsync(edits, changes.Workspace, insights.SelectMany(Insight.FactsOf).Where(id => !ended.Contains(id)), changes.At, cancellationToken);
        return new ChangeSet(changes) { Updates = edits.Updates };
    }

    /// <summary>Insights that tell, or told, of facts that are erased; the other facts behind them are free to be reflected upon again.</summary>
    /// <inheritdoc/>
    public override async Task<ErasedWith> ErasingAsync(string workspace, IReadOnlyList<string> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var erased = ids.ToHashSet(StringComparer.Ordinal);
        var facts = (await LastStatesAsync(workspace, ids, cancellationToken)).Where(memory => memory.Kind == MemoryKinds.Observation).ToList();
        var scopes = facts.Select(memory => memory.Scope).ToHashSet();
        var insights = new List<Memory>();
        foreach (var insight in await LastStatesAsync(workspace, await LinkingAsync(facts, workspace, cancellationToken), cancellationToken))
        {
            if (insight.Kind == MemoryKinds.Insight && scopes.Contains(insight.Scope) && await ToldOfAsync(insight, erased, cancellationToken))
            {
                insights.Add(insight);
            }
        }

        var edits = new MemoryEdits();
        await FreeAsync(edits, workspace, insights.SelectMany(Insight.FactsOf).Where(id => !erased.Contains(id)), now, cancellationToken);
        return new ErasedWith([.. insights.Select(insight => insight.Id)], edits.Updates);
    }

    // Stored facts that the change set ends, or gives other words.
    private async Task<IReadOnlyList<Memory>> GoneAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        var changed = changes
            .Updates.Where(update => update.Memory.Kind == MemoryKinds.Observation)
            .DistinctBy(update => update.Memory.Id, StringComparer.Ordinal)
            .ToDictionary(update => update.Memory.Id, update => update.Memory, StringComparer.Ordinal);
        var ended = EndedBy(changes);
        if (ended.Count + changed.Count == 0)
        {
            return [];
        }

        var stored = await store.GetAsync(changes.Workspace, [.. ended.Union(changed.Keys, StringComparer.Ordinal)], cancellationToken);
        return
        [
            .. stored.Where(memory =>
                memory is { Kind: MemoryKinds.Observation, Status: MemoryStatus.Active } && (ended.Contains(memory.Id) || Differs(memory, changed[memory.Id]))),
        ];
    }

    private static HashSet<string> EndedBy(ChangeSet changes) =>
        changes.Deletions.Concat(changes.Supersessions.Select(supersession => supersession.MemoryId)).ToHashSet(StringComparer.Ordinal);

    private static bool Differs(Memory before, Memory after) => after.Status != MemoryStatus.Active || after.Content != before.Content;

    private async Task<List<Memory>> DrawnFromAsync(IReadOnlyList<Memory> facts, string workspace, CancellationToken cancellationToken)
    {
        var ids = facts.Select(fact => fact.Id).ToHashSet(StringComparer.Ordinal);
        var scopes = facts.Select(fact => fact.Scope).ToHashSet();
        var linking = await LinkingAsync(facts, workspace, cancellationToken);
        return
        [
            .. (await store.GetAsync(workspace, linking, cancellationToken)).Where(memory =>
                memory is { Kind: MemoryKinds.Insight, Status: MemoryStatus.Active }
                && scopes.Contains(memory.Scope)
                && Insight.FactsOf(memory).Any(ids.Contains)),
        ];
    }

    private async Task<IReadOnlyList<string>> LinkingAsync(IReadOnlyList<Memory> facts, string workspace, CancellationToken cancellationToken) =>
        facts.Count == 0 ? [] : await store.QueryLinkingAsync(workspace, [.. facts.Select(fact => fact.Id)], cancellationToken);

    private async Task<bool> ToldOfAsync(Memory insight, HashSet<string> facts, CancellationToken cancellationToken)
    {
        var history = await store.GetHistoryAsync(insight.Scope.Workspace, insight.Id, cancellationToken);
        return history
            .SelectMany(entry => new[] { entry.Before, entry.After })
            .OfType<Memory>()
            .Append(insight)
            .SelectMany(Insight.FactsOf)
            .Any(facts.Contains);
    }

    private async Task FreeAsync(MemoryEdits edits, string workspace, IEnumerable<string> factIds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var fact in (await store.GetAsync(workspace, [.. factIds.Distinct(StringComparer.Ordinal)], cancellationToken)).Where(ReflectionMark.IsOn))
        {
            var planned = edits.Updates.FindIndex(update => update.Memory.Id == fact.Id);
            if (planned >= 0)
            {
                edits.Updates[planned] = edits.Updates[planned] with { Memory = ReflectionMark.Take(edits.Updates[planned].Memory) };
            }
            else
            {
                edits.Update(ReflectionMark.Take(fact), fact, HistoryOperation.Updated, now);
            }
        }
    }

    // What was forgotten before it is erased is in the history only.
    private async Task<IReadOnlyList<Memory>> LastStatesAsync(string workspace, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var states = (await store.GetAsync(workspace, ids, cancellationToken)).ToList();
        foreach (var id in ids.Except(states.Select(memory => memory.Id), StringComparer.Ordinal))
        {
            if (await store.GetHistoryAsync(workspace, id, cancellationToken) is [.., { Before: { } last }])
            {
                states.Add(last);
            }
        }

        return states;
    }
}
