using System.Diagnostics.CodeAnalysis;

namespace Remanence.Stores.InMemory;

/// <summary>Items by id that also keep the order in which they were first put in, under positions that are never used again.</summary>
internal sealed class OrderedItems<T>
{
    private readonly Dictionary<string, Entry> _byId = new(StringComparer.Ordinal);
    private readonly List<Entry> _inOrder = [];
    private long _last;

    public int Count => _byId.Count;

    public IEnumerable<T> Values => After(0).Select(item => item.Value);

    public bool TryGet(string id, [MaybeNullWhen(false)] out T value)
    {
        var found = _byId.TryGetValue(id, out var entry);
        value = found ? entry!.Value : default;
        return found;
    }

    public T? Find(string id) => _byId.TryGetValue(id, out var entry) ? entry.Value : default;

    public long PositionOf(string id) => _byId[id].Position;

    public void Put(string id, T value)
    {
        if (_byId.TryGetValue(id, out var entry))
        {
            entry.Value = value;
            return;
        }

        entry = new Entry(id, ++_last, value);
        _byId.Add(id, entry);
        _inOrder.Add(entry);
    }

    public bool Remove(string id)
    {
        if (!_byId.Remove(id, out var entry))
        {
            return false;
        }

        entry.Removed = true;
        if (_inOrder.Count > 64 && _byId.Count < _inOrder.Count / 2)
        {
            _inOrder.RemoveAll(item => item.Removed);
        }

        return true;
    }

    /// <summary>The items behind a position, in order.</summary>
    public IEnumerable<(long Position, T Value)> After(long position)
    {
        for (var i = FirstAfter(position); i < _inOrder.Count; i++)
        {
            if (!_inOrder[i].Removed)
            {
                yield return (_inOrder[i].Position, _inOrder[i].Value);
            }
        }
    }

    /// <summary>A page of the items that a test admits.</summary>
    public Page<T> Page(char list, string? cursor, int limit, Func<T, bool> admits, Func<T, int>? size = null)
    {
        var items = new List<T>();
        var bytes = 0L;
        var last = 0L;
        foreach (var (position, value) in After(StoreCursor.Decode(list, cursor, 0)).Where(item => admits(item.Value)))
        {
            if (items.Count == limit || (items.Count > 0 && bytes >= StoreArguments.MaxPageBytes))
            {
                return new Page<T>(items, StoreCursor.Encode(list, last));
            }

            items.Add(value);
            bytes += size?.Invoke(value) ?? 0;
            last = position;
        }

        return new Page<T>(items, null);
    }

    /// <summary>Takes out what a test names.</summary>
    public int RemoveWhere(Func<T, bool> condemns)
    {
        var ids = _inOrder.Where(entry => !entry.Removed && condemns(entry.Value)).Select(entry => entry.Id).ToList();
        ids.ForEach(id => Remove(id));
        return ids.Count;
    }

    private int FirstAfter(long position)
    {
        var (low, high) = (0, _inOrder.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _inOrder[middle].Position <= position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private sealed class Entry(string id, long position, T value)
    {
        public string Id { get; } = id;

        public long Position { get; } = position;

        public T Value { get; set; } = value;

        public bool Removed { get; set; }
    }
}
