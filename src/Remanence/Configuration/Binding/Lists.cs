using Remanence.Configuration.Tree;

namespace Remanence.Configuration.Binding;

/// <summary>Lists of texts.</summary>
internal static class Lists
{
    public const string Rule = "must be a single value or a list of values";

    /// <summary>The texts; null when it is no list of texts.</summary>
    public static IReadOnlyList<string>? Read(ConfigurationNode node) => node.Kind switch
    {
        NodeKind.Value => node.Text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        NodeKind.List when node.Items.All(item => item.Kind == NodeKind.Value) => [.. node.Items.Select(item => item.Text.Trim()).Where(text => text.Length > 0)],
        _ => null,
    };
}
