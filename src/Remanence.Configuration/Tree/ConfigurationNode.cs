using System.Text.Json;

namespace Remanence.Configuration.Tree;

/// <summary>A value, a list or a map of the tree. It knows its dotted path and where it is written. Immutable.</summary>
public sealed class ConfigurationNode
{
    private static readonly Dictionary<string, ConfigurationNode> NoChildren = new(StringComparer.Ordinal);

    private ConfigurationNode(string path, ConfigurationOrigin origin, NodeKind kind)
    {
        Path = path;
        Origin = origin;
        Kind = kind;
    }

    /// <summary>Its dotted name.</summary>
    public string Path { get; }

    /// <summary>Where it is written.</summary>
    public ConfigurationOrigin Origin { get; }

    /// <summary>What it is.</summary>
    public NodeKind Kind { get; }

    /// <summary>A value as it was written; empty for lists and maps.</summary>
    public string Text { get; private init; } = string.Empty;

    /// <summary>How <see cref="Text"/> is understood.</summary>
    internal ScalarForm Form { get; private init; }

    /// <summary>Whether an environment variable stands in the value: it is then not shown in messages.</summary>
    public bool IsFilledIn { get; private init; }

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<ConfigurationNode> Items { get; private init; } = [];

    /// <summary>The children in the order in which they are written.</summary>
    public IReadOnlyDictionary<string, ConfigurationNode> Children { get; private init; } = NoChildren;

    /// <summary>Whether it is a null, which takes back what a weaker source says.</summary>
    public bool IsNull => Kind == NodeKind.Value && Scalars.IsNull(Text, Form);

    internal static ConfigurationNode Value(string path, ConfigurationOrigin origin, string text, ScalarForm form) =>
        new(path, origin, NodeKind.Value) { Text = text, Form = form };

    internal static ConfigurationNode List(string path, ConfigurationOrigin origin, IReadOnlyList<ConfigurationNode> items) =>
        new(path, origin, NodeKind.List) { Items = items };

    internal static ConfigurationNode Map(string path, ConfigurationOrigin origin, IReadOnlyDictionary<string, ConfigurationNode> children) =>
        new(path, origin, NodeKind.Map) { Children = children };

    internal static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;

    /// <summary>It as JSON: a plain text that looks like a number or a truth value is one.</summary>
    public JsonElement ToJson() => NodeJson.ToJson(this);

    /// <summary>The node below, by its path from here; null when there is none.</summary>
    internal ConfigurationNode? Find(string path)
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
    internal ConfigurationNode FilledIn(string text) => new(Path, Origin, Kind) { Text = text, Form = Form, IsFilledIn = true };

    /// <summary>The same under another path.</summary>
    internal ConfigurationNode At(string path) =>
        new(path, Origin, Kind)
        {
            Text = Text,
            Form = Form,
            IsFilledIn = IsFilledIn,
            Items = Items,
            Children = Children,
        };

    /// <summary>This node and all below it.</summary>
    internal IEnumerable<ConfigurationNode> All() => Children.Values.Concat(Items).SelectMany(child => child.All()).Prepend(this);
}
