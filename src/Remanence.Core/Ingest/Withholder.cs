using Remanence.Editing;
using Remanence.Memories;
using Remanence.Privacy.Directives;
using Remanence.Privacy.Forgotten;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.Ingest;

/// <summary>
/// Forgets beyond recovery what was stored before its speaker asked to withhold it. What is to go is written down with the message that asks, in the same
/// commit, and erased after it: a request sent again after a crash finishes the work and takes nothing more.
/// </summary>
internal sealed class Withholder(MemoryStore store, MemoryEditor editor)
{
    private const int Batch = 100;

    /// <summary>Notes at the asking message which stored memories it means.</summary>
    /// <returns>The change sets' further memories, which keep facts from being made of what goes; and what came before as it was, whose memories go in any
    /// case.</returns>
    public async Task<Withheld> PlanAsync(
        Intake intake,
        MessageIngest ingest,
        IReadOnlySet<string> existing,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var again = await SentBeforeAsync(intake, ingest, now, cancellationToken);
        var asking = ingest.Memories[intake.First];
        if (existing.Contains(asking.Id))
        {
            return new Withheld([], again);
        }

        var targets = again.ToList();
        if (intake.ReachingBack >= 0)
        {
            targets.AddRange(await LastSaidAsync(ingest.Memories[intake.ReachingBack], ingest, cancellationToken));
        }

        if (targets.Count == 0)
        {
            return new Withheld([], []);
        }

        ingest.Annotate(intake.First, new MemoryState { Withholds = [.. targets.Select(memory => memory.Id)] });
        return new Withheld([.. targets.Select(memory => Tombstones.Of(memory, [], now))], again);
    }

    /// <summary>Erases what was noted at the messages as they are stored.</summary>
    public async Task FinishAsync(Scope scope, IReadOnlyList<Memory> stored, Withheld withheld, CancellationToken cancellationToken)
    {
        string[] ids = [.. stored.SelectMany(Noted).Concat(withheld.Again.Select(memory => memory.Id)).Distinct(StringComparer.Ordinal)];
        var targets = ids.Length == 0 ? [] : await store.GetAsync(scope.Workspace, ids, cancellationToken);
        if (targets.Count == 0)
        {
            return;
        }

        var derived = await DerivedAsync(scope, targets, cancellationToken);
        await editor.EraseAsync(scope.Workspace, [.. targets.Select(memory => memory.Id), .. derived], cancellationToken);
    }

    private static IEnumerable<string> Noted(Memory memory) => memory.State?.Withholds ?? [];

    // A caller may send the whole conversation each time: what is withheld now came before as it was.
    private async Task<IReadOnlyList<Memory>> SentBeforeAsync(Intake intake, MessageIngest ingest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = MessageIngest.Read(ingest.Scope.Workspace, intake.Redacted, now);
        string[] ids =
        [
            .. intake
                .Withheld.Where(i => intake.Request.Messages[i].Id is not null && before.Memories[i].Id != ingest.Memories[i].Id)
                .Select(i => before.Memories[i].Id),
        ];
        return ids.Length == 0 ? [] : await store.GetAsync(ingest.Scope.Workspace, ids, cancellationToken);
    }

    // The last message of the speaker that this scope holds, and what was answered to it.
    private async Task<IReadOnlyList<Memory>> LastSaidAsync(Memory asking, MessageIngest ingest, CancellationToken cancellationToken)
    {
        var own = ingest.Memories.Select(memory => memory.Id).ToHashSet(StringComparer.Ordinal);
        var ids = await store.QueryIdsAsync(new MemoryQuery { Scope = asking.Scope, Filter = new MemoryFilter.Kind([MemoryKinds.Message]) }, cancellationToken);
        var found = new List<Memory>();
        for (var end = ids.Count; end > 0; end -= Batch)
        {
            var batch = await store.GetAsync(asking.Scope.Workspace, [.. ids.Take(end).Skip(Math.Max(0, end - Batch))], cancellationToken);
            foreach (var memory in batch.Reverse().Where(memory => memory.Scope == asking.Scope && !own.Contains(memory.Id)))
            {
                if (memory.Role == asking.Role && memory.Name == asking.Name)
                {
                    // What was withheld before, with what it noted, is the last thing said: nothing older is meant.
                    return WithheldText.Is(memory.Content)
                        ? await store.GetAsync(asking.Scope.Workspace, [.. Noted(memory)], cancellationToken)
                        : [memory, .. found];
                }

                if (memory.Role is "assistant" or "tool")
                {
                    found.Add(memory);
                }
            }
        }

        return [];
    }

    private async Task<List<string>> DerivedAsync(Scope scope, IReadOnlyList<Memory> targets, CancellationToken cancellationToken)
    {
        var said = targets.SelectMany(memory => memory.Sources).Select(source => (source.ResourceId, source.MessageId)).ToHashSet();
        var worked = new MemoryFilter.Not(new MemoryFilter.Kind([MemoryKinds.Message, MemoryKinds.Forgotten]));
        return await store.AllAsync(new Scope(scope.Workspace, scope.User), worked, cancellationToken)
            .Where(memory => memory.Sources.Any(source => source.MessageId is not null && said.Contains((source.ResourceId, source.MessageId))))
            .Select(memory => memory.Id)
            .ToListAsync(cancellationToken);
    }
}
