namespace Remanence.Models.Caching;

/// <summary>Keeps the values that were last used, within a number of bytes. Thread-safe.</summary>
internal sealed class ByteBoundedCache<TValue>(long capacity)
    where TValue : class
{
    // The list's node, the dictionary's entry and the key.
    private const int EntryOverhead = 160;
    private readonly Lock _lock = new();
    private readonly Dictionary<ContentHash, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = [];
    private long _bytes;

    public long Bytes
    {
        get
        {
            lock (_lock)
            {
                return _bytes;
            }
        }
    }

    public TValue? Find(ContentHash key)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddLast(node);
            return node.Value.Value;
        }
    }

    public void Store(ContentHash key, TValue value, long bytes)
    {
        bytes += EntryOverhead;
        if (bytes > capacity)
        {
            return;
        }

        lock (_lock)
        {
            Drop(key);
            _entries[key] = _byUse.AddLast(new Entry(key, value, bytes));
            _bytes += bytes;
            while (_bytes > capacity)
            {
                Drop(_byUse.First!.Value.Key);
            }
        }
    }

    public void Remove(ContentHash key)
    {
        lock (_lock)
        {
            Drop(key);
        }
    }

    private void Drop(ContentHash key)
    {
        if (_entries.Remove(key, out var node))
        {
            _byUse.Remove(node);
            _bytes -= node.Value.Bytes;
        }
    }

    private sealed record Entry(ContentHash Key, TValue Value, long Bytes);
}
