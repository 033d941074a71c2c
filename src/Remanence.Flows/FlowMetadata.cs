using System.Collections;
using System.Text.Json.Nodes;

namespace Remanence.Flows;

/// <summary>The metadata of a response: JSON by key, in the order in which the keys were set.</summary>
public sealed class FlowMetadata : IEnumerable<KeyValuePair<string, JsonNode?>>
{
    private readonly FlowMetadata? _before;
    private readonly OrderedDictionary<string, JsonNode?> _own = new(StringComparer.Ordinal);

    internal FlowMetadata(FlowMetadata? before) => _before = before;

    /// <summary>A value; null when there is none. What was set before a branch is read as a copy: to change it, set it again.</summary>
    /// <param name="key">The key.</param>
    public JsonNode? this[string key]
    {
        get => _own.TryGetValue(key, out var value) ? value : _before?.Copy(key);
        set => _own[key] = value;
    }

    /// <summary>Whether a key was set, be it to null.</summary>
    /// <param name="key">The key.</param>
    public bool ContainsKey(string key) => _own.ContainsKey(key) || _before?.ContainsKey(key) == true;

    /// <summary>All of it as one object, a copy.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var (key, value) in this)
        {
            json[key] = value?.DeepClone();
        }

        return json;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonNode?>> GetEnumerator()
    {
        foreach (var key in Keys().Distinct(StringComparer.Ordinal))
        {
            yield return new KeyValuePair<string, JsonNode?>(key, this[key]);
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Join(FlowMetadata branch)
    {
        foreach (var (key, value) in branch._own)
        {
            _own[key] = value;
        }
    }

    private IEnumerable<string> Keys() => (_before?.Keys() ?? []).Concat(_own.Keys);

    // Branches read side by side, and a node may unfold itself while it is read.
    private JsonNode? Copy(string key)
    {
        lock (_own)
        {
            return this[key]?.DeepClone();
        }
    }
}
