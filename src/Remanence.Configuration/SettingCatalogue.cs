using Remanence.Configuration.Faults;
using Remanence.Configuration.Sources;
using Remanence.Configuration.Tree;
using Remanence.Diagnostics;

namespace Remanence.Configuration;

/// <summary>All settings that there are. Whatever else is written is a fault that says what was probably meant.</summary>
public sealed class SettingCatalogue
{
    // Every configuration has it.
    private static readonly Setting Import = Configuration.Settings.List(
        FileSource.Import,
        "Files that are read first, the last of several winning; what imports them wins over them.");

    private readonly Dictionary<string, Setting> _byName;
    private readonly HashSet<string> _topLevel;

    /// <summary>Creates a catalogue.</summary>
    /// <param name="settings">Settings with a fixed name, in the order in which they are explained; <c>import_config</c> is one of every catalogue.</param>
    /// <param name="sections">Sections whose entries have names of their own.</param>
    /// <param name="foreign">Another program's configuration that is understood; null: none.</param>
    public SettingCatalogue(IEnumerable<Setting> settings, IEnumerable<SettingSection> sections, ForeignSettings? foreign = null)
    {
        _byName = settings.Append(Import).ToDictionary(setting => setting.Name, StringComparer.Ordinal);
        Settings = [.. _byName.Values.Where(setting => !setting.IsIgnored)];
        Sections = [.. sections];
        Foreign = foreign;
        _topLevel = _byName.Keys.Concat(Sections.Select(section => section.Name)).Select(name => name.Split('.')[0]).Concat(foreign?.Names ?? [])
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Settings with a fixed name.</summary>
    public IReadOnlyList<Setting> Settings { get; }

    /// <summary>Sections whose entries have names of their own.</summary>
    public IReadOnlyList<SettingSection> Sections { get; }

    internal ForeignSettings? Foreign { get; }

    /// <summary>Whether a name is another program's.</summary>
    /// <param name="name">The name.</param>
    public bool IsForeign(string name) => Foreign?.Names.Contains(name, StringComparer.Ordinal) == true;

    /// <summary>Whether any setting's name begins with this one, up to its first dot.</summary>
    /// <param name="name">The name.</param>
    public bool IsTopLevel(string name) => _topLevel.Contains(name);

    /// <summary>The names that environment variables can set, given which entries there are.</summary>
    internal IEnumerable<string> VariableKeys(ConfigurationNode named) =>
        Settings
            .Where(setting => setting.Variable is not null)
            .Select(setting => setting.Name)
            .Concat(
                from section in Sections
                where section.HasVariables
                from entry in (named.Find(section.Name)?.Children.Keys ?? []).Append("default").Distinct(StringComparer.Ordinal)
                from setting in section.Settings
                where setting.IsSingle
                select $"{section.Name}.{entry}.{setting.Name}");

    /// <summary>What a source says under other names of settings as if it said it under their own.</summary>
    /// <param name="source">The source.</param>
    /// <param name="warnings">Takes what has no effect.</param>
    internal ConfigurationNode WithOwnNames(ConfigurationNode source, List<string> warnings)
    {
        if (Foreign is not null)
        {
            var translation = new SettingTranslation(source, warnings);
            Foreign.Translate(translation);
            source = ConfigurationMerge.Merge(translation.Own, translation.Rest);
        }

        var own = new MapBuilder(string.Empty, source.Origin);
        foreach (var other in _byName.Values.OfType<OtherName>())
        {
            other.Add(source, own);
        }

        return ConfigurationMerge.Merge(own.Build(), source);
    }

    /// <summary>Notes every name that means nothing, up to the entries of sections, and what is known and has no effect.</summary>
    internal void Check(ConfigurationNode root, FaultList faults)
    {
        foreach (var node in root.Children.Values.Where(child => !child.IsNull))
        {
            CheckNode(node, faults);
        }
    }

    private void CheckNode(ConfigurationNode node, FaultList faults)
    {
        if (_byName.GetValueOrDefault(node.Path) is { } setting)
        {
            if (setting is IgnoredSetting ignored)
            {
                faults.Warnings.Add($"{node.Origin.Where}: {node.Path} {ignored.Warning}");
            }
            else if (setting.IsTooDeep(node))
            {
                RefuseAll(node, faults);
            }
        }
        else if (!Sections.Any(section => section.Name == node.Path))
        {
            CheckGroup(node, faults);
        }
    }

    private void CheckGroup(ConfigurationNode node, FaultList faults)
    {
        string[] below =
        [
            .. _byName
                .Keys.Concat(Sections.Select(section => section.Name))
                .Where(name => name.StartsWith(node.Path + ".", StringComparison.Ordinal))
                .Select(name => name[(node.Path.Length + 1)..]),
        ];
        if (below.Length == 0)
        {
            RefuseAll(node, faults);
        }
        else if (node.Kind != NodeKind.Map)
        {
            faults.Add(
                node,
                $"{Printable.Line(node.Path)} must hold {string.Join(", ", below[..^1])}{(below.Length > 1 ? " and " : string.Empty)}{below[^1]}, not "
                + $"{Secrets.Show(node)}.");
        }
        else
        {
            foreach (var child in node.Children.Values)
            {
                CheckNode(child, faults);
            }
        }
    }

    private void RefuseAll(ConfigurationNode node, FaultList faults)
    {
        if (node.Kind == NodeKind.Map && node.Children.Count > 0)
        {
            foreach (var child in node.Children.Values)
            {
                RefuseAll(child, faults);
            }

            return;
        }

        var settings = Settings.Select(setting => setting.Name).ToList();
        var sections = Sections.Select(section => section.Name).ToList();
        var remedy = Nearest.Find(node.Path, settings.Concat(sections)) is { } near
            ? $"did you mean {near}?"
            : $"the settings are {string.Join(", ", settings)}, and what stands below {string.Join(", ", sections)}.";
        faults.Add(node, $"{Printable.Show(node.Path)} is not a setting; {remedy}");
    }
}
