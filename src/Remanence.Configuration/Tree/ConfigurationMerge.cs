namespace Remanence.Configuration.Tree;

/// <summary>Lays one source over another: maps are merged in depth, lists and values are replaced.</summary>
internal static class ConfigurationMerge
{
    /// <summary>The two as one; what <paramref name="upper"/> says wins.</summary>
    public static ConfigurationNode Merge(ConfigurationNode lower, ConfigurationNode upper)
    {
        if (lower.Kind != NodeKind.Map || upper.Kind != NodeKind.Map)
        {
            return upper;
        }

        if (lower.Children.Count == 0)
        {
            return upper;
        }

        var children = new OrderedDictionary<string, ConfigurationNode>(lower.Children, StringComparer.Ordinal);
        foreach (var (name, child) in upper.Children)
        {
            children[name] = children.TryGetValue(name, out var below) ? Merge(below, child) : child;
        }

        return ConfigurationNode.Map(lower.Path, lower.Origin, children);
    }

    public static ConfigurationNode Empty { get; } = new MapBuilder(string.Empty, ConfigurationOrigin.Default).Build();
}
