using Remanence.Memories;
using Remanence.Search.Engine;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.Search.Sources;

/// <summary>Reads what was said shortly before and after messages, which ranking understands them by.</summary>
internal sealed class Surroundings(MemoryStore store, Scope scope)
{
    // As many conversations as a ranking begins with, and no more of them than a moment's reading.
    private const int Conversations = 64;
    private const int MostMemories = 2_000;
    private static readonly TimeSpan Near = TimeSpan.FromHours(1);

    /// <summary>Adds the surroundings of the messages among the memories, as far as the asker sees them.</summary>
    public async Task AddAsync(Dictionary<string, Memory> memories, CancellationToken cancellationToken)
    {
        if (Stretches([.. memories.Values.Where(memory => memory.Kind == MemoryKinds.Message)]) is not { Length: > 0 } stretches)
        {
            return;
        }

        var filter = new MemoryFilter.And([new MemoryFilter.Kind([MemoryKinds.Message]), new MemoryFilter.Or(stretches)]);
        string? cursor = null;
        do
        {
            var query = new MemoryQuery { Scope = scope, Filter = filter, Cursor = cursor, Limit = StoreArguments.MaxLimit };
            var page = await store.QueryAsync(query, cancellationToken);
            foreach (var memory in page.Items)
            {
                if (!SearchIndexes.IsHidden(memory))
                {
                    memories.TryAdd(memory.Id, memory);
                }
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null && memories.Count < MostMemories);
    }

    // Overlapping ones are one.
    private static MemoryFilter[] Stretches(Memory[] messages)
    {
        var stretches = new List<(DateTimeOffset From, DateTimeOffset To)>();
        foreach (var time in messages.Select(message => message.ObservedAt).Order())
        {
            var (from, to) = (Shifted(time, -Near), Shifted(time, Near));
            if (stretches.Count > 0 && from <= stretches[^1].To)
            {
                stretches[^1] = (stretches[^1].From, to);
            }
            else if (stretches.Count < Conversations)
            {
                stretches.Add((from, to));
            }
        }

        return [.. stretches.Select(stretch => new MemoryFilter.Time(MemoryTimeField.Observed, stretch.From, stretch.To))];
    }

    private static DateTimeOffset Shifted(DateTimeOffset time, TimeSpan by) =>
        new(Math.Clamp(time.UtcTicks + by.Ticks, DateTimeOffset.MinValue.UtcTicks, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);
}
