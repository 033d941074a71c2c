using Remanence.Configuration.Tree;
using Remanence.Diagnostics;

namespace Remanence.Configuration;

/// <summary>One source that is written in another program's way, while it is said in settings.</summary>
public sealed class SettingTranslation
{
    private readonly MapBuilder _own;
    private readonly List<string> _warnings;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    internal SettingTranslation(ConfigurationNode source, List<string> warnings) =>
        (Source, _warnings, _own) = (source, warnings, new MapBuilder(string.Empty, source.Origin));

    /// <summary>The whole source.</summary>
    public ConfigurationNode Source { get; }

    internal ConfigurationNode Own => _own.Build();

    /// <summary>What the source says without what was taken.</summary>
    internal ConfigurationNode Rest => _taken.Count == 0
        ? Source
        : ConfigurationNode.Map(
            Source.Path,
            Source.Origin,
            new OrderedDictionary<string, ConfigurationNode>(Source.Children.Where(child => !_taken.Contains(child.Key)), StringComparer.Ordinal));

    /// <summary>What the source says at its top; it is no setting then. Null where it says nothing, or null.</summary>
    /// <param name="name">The name.</param>
    public ConfigurationNode? Take(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Source.Children.TryGetValue(name, out var node))
        {
            return null;
        }

        _taken.Add(name);
        return node.IsNull ? null : node;
    }

    /// <summary>Says a setting. What is said first of a name holds, and what the source says under a setting's own name wins.</summary>
    /// <param name="setting">Its dotted name.</param>
    /// <param name="said">What the source says, and where.</param>
    /// <param name="text">What it means; null: the same.</param>
    public void Say(string setting, ConfigurationNode said, string? text = null)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(said);
        _own.Add(setting.Split('.'), text is null ? said.At(setting) : ConfigurationNode.Value(setting, said.Origin, text, ScalarForm.Argument));
    }

    /// <summary>Notes that something has no effect.</summary>
    /// <param name="said">What the source says.</param>
    /// <param name="why">Why; it follows place and name.</param>
    public void Warn(ConfigurationNode said, string why)
    {
        ArgumentNullException.ThrowIfNull(said);
        _warnings.Add($"{said.Origin.Where}: {Printable.Line(said.Path)} {why}");
    }
}
