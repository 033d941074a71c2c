namespace Remanence.Configuration.Tree;

/// <summary>Puts one source's map together; a name with dots stands for nesting, and no value may be set twice.</summary>
internal sealed class MapBuilder(string path, ConfigurationOrigin origin)
{
    private readonly OrderedDictionary<string, object> _entries = new(StringComparer.Ordinal);

    /// <summary>Adds a value whose path says where it belongs; answers the value that stands there already, or null when all is well.</summary>
    /// <param name="names">The names from this map to the value.</param>
    /// <param name="value">The value.</param>
    public ConfigurationNode? Add(ReadOnlySpan<string> names, ConfigurationNode value)
    {
        var name = names[0];
        if (!_entries.TryGetValue(name, out var existing))
        {
            if (names.Length == 1)
            {
                _entries.Add(name, value);
                return null;
            }

            var inner = new MapBuilder(ConfigurationNode.Join(path, name), value.Origin);
            _entries.Add(name, inner);
            return inner.Add(names[1..], value);
        }

        if (existing is ConfigurationNode { Kind: not NodeKind.Map } || (names.Length == 1 && value.Kind != NodeKind.Map))
        {
            return value;
        }

        var map = Opened(name, existing);
        return names.Length == 1 ? map.AddAll(value) : map.Add(names[1..], value);
    }

    public ConfigurationNode Build()
    {
        var children = new OrderedDictionary<string, ConfigurationNode>(_entries.Count, StringComparer.Ordinal);
        foreach (var (name, entry) in _entries)
        {
            children.Add(name, entry as ConfigurationNode ?? ((MapBuilder)entry).Build());
        }

        return ConfigurationNode.Map(path, origin, children);
    }

    private ConfigurationNode? AddAll(ConfigurationNode map)
    {
        foreach (var (name, child) in map.Children)
        {
            if (Add([name], child) is { } taken)
            {
                return taken;
            }
        }

        return null;
    }

    private MapBuilder Opened(string name, object entry)
    {
        if (entry is MapBuilder builder)
        {
            return builder;
        }

        var map = (ConfigurationNode)entry;
        var opened = new MapBuilder(map.Path, map.Origin);
        opened.AddAll(map);
        _entries[name] = opened;
        return opened;
    }
}
