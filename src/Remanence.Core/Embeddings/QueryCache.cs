namespace Remanence.Embeddings;

/// <summary>The vectors of the latest questions, by a digest of space and text, so that no text stays in memory. Thread-safe.</summary>
internal sealed class QueryCache
{
    private const int Capacity = 256;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, float[] Vector)>> _byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, float[] Vector)> _byUse = [];

    public float[]? Find(string key)
    {
        lock (_lock)
        {
            if (!_byKey.TryGetValue(key, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Vector;
        }
    }

    public void Put(string key, float[] vector)
    {
        lock (_lock)
        {
            if (_byKey.ContainsKey(key))
            {
                return;
            }

            _byKey.Add(key, _byUse.AddFirst((key, vector)));
            if (_byKey.Count > Capacity)
            {
                _byKey.Remove(_byUse.Last!.Value.Key);
                _byUse.RemoveLast();
            }
        }
    }
}
