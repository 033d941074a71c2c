using Remanence.Stores.Filters;

namespace Remanence.Search.Filters;

/// <summary>
/// A <see cref="MemoryFilter"/> as a condition on rows of an index: everything that a filter can ask for stands in the index, so that a search neither asks the
/// store nor loses what matches. It means what <see cref="MemoryFilter.Matches"/> means, and is good as long as the index does not change.
/// </summary>
internal static class RowFilter
{
    /// <param name="filter">The condition.</param>
    /// <param name="documents">The rows.</param>
    /// <param name="rows">The row of each id.</param>
    public static Func<int, bool> Compile(MemoryFilter filter, DocumentTable documents, IReadOnlyDictionary<string, int> rows) => filter switch
    {
        MemoryFilter.And and => All([.. and.Parts.Select(part => Compile(part, documents, rows))]),
        MemoryFilter.Or or => Any([.. or.Parts.Select(part => Compile(part, documents, rows))]),
        MemoryFilter.Not not => Negate(Compile(not.Part, documents, rows)),
        MemoryFilter.Id id => Ids(id, rows),
        MemoryFilter.Kind kind => Kinds(kind, documents),
        MemoryFilter.Status status => Statuses(status, documents),
        MemoryFilter.ValidAt valid => ValidAt(valid, documents),
        MemoryFilter.Time time => Times(time, documents),
        MemoryFilter.Keyword keyword => Words(documents.Keywords, keyword.Values, StringComparer.OrdinalIgnoreCase),
        MemoryFilter.Category category => Words(documents.Categories, category.Values, StringComparer.Ordinal),
        MemoryFilter.Reflected => Having(Traits.Reflected, documents),
        MemoryFilter.Metadata metadata => MetadataCondition.Compile(metadata, documents.Metadata),
        _ => throw new NotSupportedException($"A filter of type {filter.GetType().Name} is not known to the index."),
    };

    private static Func<int, bool> All(Func<int, bool>[] parts) => row =>
    {
        foreach (var part in parts)
        {
            if (!part(row))
            {
                return false;
            }
        }

        return true;
    };

    private static Func<int, bool> Any(Func<int, bool>[] parts) => row =>
    {
        foreach (var part in parts)
        {
            if (part(row))
            {
                return true;
            }
        }

        return false;
    };

    private static Func<int, bool> Negate(Func<int, bool> part) => row => !part(row);

    private static Func<int, bool> Ids(MemoryFilter.Id filter, IReadOnlyDictionary<string, int> rows)
    {
        var wanted = new HashSet<int>();
        foreach (var id in filter.Values)
        {
            if (rows.TryGetValue(id, out var row))
            {
                wanted.Add(row);
            }
        }

        return wanted.Contains;
    }

    private static Func<int, bool> Kinds(MemoryFilter.Kind filter, DocumentTable documents)
    {
        var wanted = Marked(documents.Kinds, filter.Values, StringComparer.Ordinal);
        var kinds = documents.Kind;
        return row => wanted[kinds[row]];
    }

    private static Func<int, bool> Statuses(MemoryFilter.Status filter, DocumentTable documents)
    {
        var wanted = filter.Values.ToHashSet();
        var statuses = documents.Status;
        return row => wanted.Contains(statuses[row]);
    }

    private static Func<int, bool> Having(Traits wanted, DocumentTable documents)
    {
        var traits = documents.Traits;
        return row => (traits[row] & wanted) == wanted;
    }

    private static Func<int, bool> ValidAt(MemoryFilter.ValidAt filter, DocumentTable documents)
    {
        var instant = filter.Instant.UtcTicks;
        var (from, to) = (documents.ValidFrom, documents.ValidTo);
        return row => from[row] <= instant && instant < to[row];
    }

    private static Func<int, bool> Times(MemoryFilter.Time filter, DocumentTable documents)
    {
        var (from, to) = (filter.From?.UtcTicks, filter.To?.UtcTicks);
        if (filter.Field is MemoryTimeField.Observed or MemoryTimeField.Recorded or MemoryTimeField.Updated)
        {
            var times = filter.Field == MemoryTimeField.Observed ? documents.ObservedAt
                : filter.Field == MemoryTimeField.Recorded ? documents.RecordedAt : documents.UpdatedAt;
            return row => (from is not { } earliest || times[row] >= earliest) && (to is not { } latest || times[row] < latest);
        }

        var (starts, ends) = (documents.EventStart, documents.EventEnd);
        var more = documents.MoreEvents;
        return row => (starts[row] != DocumentTable.NoEvent && Meets(starts[row], ends[row]))
            || (more.TryGetValue(row, out var further) && further.Any(time => Meets(time.Start, time.End)));

        bool Meets(long start, long end) => (from is not { } earliest || end > earliest) && (to is not { } latest || start < latest);
    }

    private static Func<int, bool> Words(ValueLists lists, IReadOnlyList<string> values, StringComparer comparer)
    {
        var wanted = Marked(lists.Words, values, comparer);
        return row =>
        {
            foreach (var word in lists.Of(row))
            {
                if (wanted[word])
                {
                    return true;
                }
            }

            return false;
        };
    }

    // By the numbers of the words.
    private static bool[] Marked(Interner words, IReadOnlyList<string> values, StringComparer comparer)
    {
        var wanted = values.ToHashSet(comparer);
        var marked = new bool[words.Count];
        for (var word = 0; word < marked.Length; word++)
        {
            marked[word] = wanted.Contains(words[word]);
        }

        return marked;
    }
}
