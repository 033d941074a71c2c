using System.Globalization;

namespace Remanence.Stores.Changes;

/// <summary>
/// Pages of changes in the order of the commits, out of a feed that has another order: read whole for each page, while no more than the page is kept.
/// </summary>
internal static class ChangePages
{
    public static async Task<Page<MemoryChange>> ReadAsync(
        IChangeFeed feed, string workspace, long afterSequence, string? cursor, int limit, CancellationToken cancellationToken)
    {
        StoreArguments.CheckLimit(limit);
        var after = Decode(cursor);

        // The last of those kept stands first, to be dropped; one more than the page tells whether there is another.
        var kept = new PriorityQueue<MemoryChange, (long Sequence, string Id)>(
            Comparer<(long Sequence, string Id)>.Create((one, other) => Compare(other, one)));
        await foreach (var change in feed.ReadChangesAsync(workspace, afterSequence, cancellationToken))
        {
            var place = (change.Sequence, change.MemoryId);
            if (after is { } start && Compare(place, start) <= 0)
            {
                continue;
            }

            if (kept.Count <= limit)
            {
                kept.Enqueue(change, place);
            }
            else
            {
                kept.EnqueueDequeue(change, place);
            }
        }

        var more = kept.Count > limit;
        if (more)
        {
            kept.Dequeue();
        }

        var items = new MemoryChange[kept.Count];
        for (var i = items.Length - 1; i >= 0; i--)
        {
            items[i] = kept.Dequeue();
        }

        return new Page<MemoryChange>(items, more ? Encode(items[^1]) : null);
    }

    private static int Compare((long Sequence, string Id) one, (long Sequence, string Id) other) =>
        one.Sequence != other.Sequence ? one.Sequence.CompareTo(other.Sequence) : string.CompareOrdinal(one.Id, other.Id);

    private static string Encode(MemoryChange change) => string.Create(CultureInfo.InvariantCulture, $"{change.Sequence} {change.MemoryId}");

    private static (long Sequence, string Id)? Decode(string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        var space = cursor.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && long.TryParse(cursor.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? (sequence, cursor[(space + 1)..])
            : throw new InvalidCursorException("This is not a cursor of changes; pass the page's own, or none to start anew.");
    }
}
