namespace Remanence.Configuration.Tree;

/// <summary>A value, a list or a map of the tree. It knows its dotted path and where it is written. Immutable.</summary>
internal sealed class ConfigurationNode
{
    private static readonly Dictionary<string, ConfigurationNode> NoChildren = new(StringComparer.Ordinal);

    private ConfigurationNode(string path, ConfigurationOrigin origin, NodeKind kind)
    {
        Path = path;
        Origin = origin;
        Kind = kind;
    }

    public string Path { get; }

    public ConfigurationOrigin Origin { get; }

    public NodeKind Kind { get; }

    /// <summary>A value as it was written; empty for lists and maps.</summary>
    public string Text { get; private init; } = string.Empty;

    /// <summary>How <see cref="Text"/> is understood.</summary>
    public ScalarForm Form { get; private init; }

    /// <summary>Whether an environment variable stands in the value: it is then not shown in messages.</summary>
    public bool IsFilledIn { get; private init; }

    public IReadOnlyList<ConfigurationNode> Items { get; private init; } = [];

    /// <summary>The children in the order in which they are written.</summary>
    public IReadOnlyDictionary<string, ConfigurationNode> Children { get; private init; } = NoChildren;

    /// <summary>Whether it is a null, which takes back what a weaker source says.</summary>
    public bool IsNull => Kind == NodeKind.Value && Scalars.IsNull(Text, Form);

    public static ConfigurationNode Value(string path, ConfigurationOrigin origin, string text, ScalarForm form) =>
        new(path, origin, NodeKind.Value) { Text = text, Form = form };

    public static ConfigurationNode List(string path, ConfigurationOrigin origin, IReadOnlyList<ConfigurationNode> items) =>
        new(path, origin, NodeKind.List) { Items = items };

    public static ConfigurationNode Map(string path, ConfigurationOrigin origin, IReadOnlyDictionary<string, ConfigurationNode> children) =>
        new(path, origin, NodeKind.Map) { Children = children };

    public static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;

    /// <summary>The node below, by its path from here; null when there is none.</summary>
    public ConfigurationNode? Find(string path)
    {
        var node = this;
        foreach (var name in path.Split('.'))
        {
            if (!node.Children.TryGetValue(name, out var child))
            {
                return null;
            }

            node = child;
        }

        return node;
    }

    /// <summary>The same value with another text.</summary>
    public ConfigurationNode FilledIn(string text) => new(Path, Origin, Kind) { Text = text, Form = Form, IsFilledIn = true };

    /// <summary>This node and all below it.</summary>
    public IEnumerable<ConfigurationNode> All() => Children.Values.Concat(Items).SelectMany(child => child.All()).Prepend(this);
}
