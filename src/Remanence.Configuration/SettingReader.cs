using Remanence.Configuration.Faults;
using Remanence.Configuration.Tree;
using Remanence.Diagnostics;

namespace Remanence.Configuration;

/// <summary>Reads settings out of a map of the tree: the whole one, or an entry of a section. Each fault is noted and reading goes on.</summary>
public sealed class SettingReader
{
    private readonly ConfigurationNode _map;
    private readonly FaultList _faults;

    internal SettingReader(ConfigurationNode map, FaultList faults)
    {
        _map = map;
        _faults = faults;
    }

    /// <summary>The dotted name of what is read; empty for the whole tree.</summary>
    public string Path => _map.Path;

    /// <summary>Where it is written.</summary>
    public ConfigurationOrigin Origin => _map.Origin;

    /// <summary>Whether anything is wrong so far, with whatever part of the tree.</summary>
    public int FaultCount => _faults.Count;

    /// <summary>What a setting is; its default when nobody says it, or when what is said is wrong.</summary>
    /// <typeparam name="T">The setting's type.</typeparam>
    /// <param name="setting">The setting.</param>
    public T Get<T>(Setting<T> setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return setting.Read(Node(setting), _faults);
    }

    /// <summary>Whether anything is said about a setting.</summary>
    /// <param name="setting">The setting.</param>
    public bool Has(Setting setting) => Find(setting) is not null;

    /// <summary>What is said about a setting, as it is written; null when nothing is.</summary>
    /// <param name="setting">The setting.</param>
    public ConfigurationNode? Find(Setting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return Node(setting) is { IsNull: false } node ? node : null;
    }

    /// <summary>A text that must be said where this is: a fault is noted when it is not, and the answer is empty.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="remedy">What to write.</param>
    public string Required(Setting<string?> setting, string remedy)
    {
        var before = _faults.Count;
        var text = Get(setting);
        if (string.IsNullOrWhiteSpace(text) && _faults.Count == before)
        {
            var key = ConfigurationNode.Join(Path, setting.Name);
            var dot = key.LastIndexOf('.');
            var parent = setting.Name.Contains('.', StringComparison.Ordinal) ? _map.Find(setting.Name[..setting.Name.LastIndexOf('.')]) ?? _map : _map;
            _faults.Add(parent.Origin, key, $"{Printable.Line(key[..dot])} has no {key[(dot + 1)..]}; {remedy}");
        }

        return text ?? string.Empty;
    }

    /// <summary>
    /// The entries of a section, each with its name. A name below one that the section does not know is a fault; what is null was taken back.
    /// </summary>
    /// <param name="section">The section.</param>
    public IEnumerable<(string Name, SettingReader Entry)> Entries(SettingSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return _map.Find(section.Name) switch
        {
            null or { IsNull: true } => [],
            { Kind: NodeKind.Map } node => Entries(node, section),
            var node => NoMap(node),
        };
    }

    /// <summary>The names of a section's entries.</summary>
    /// <param name="section">The section.</param>
    public IReadOnlyList<string> Names(SettingSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return [.. (_map.Find(section.Name)?.Children ?? ConfigurationMerge.Empty.Children).Where(child => !child.Value.IsNull).Select(child => child.Key)];
    }

    /// <summary>What stands in a map of any names, read as settings that may be among them.</summary>
    /// <param name="setting">The setting that is a map; nothing where it is none.</param>
    public SettingReader Below(Setting<IReadOnlyDictionary<string, ConfigurationNode>> setting) =>
        new(Find(setting) is { Kind: NodeKind.Map } node ? node : ConfigurationMerge.Empty, _faults);

    /// <summary>Notes that a setting names an entry that a section has not.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="section">The section.</param>
    /// <param name="known">The entries that there are.</param>
    /// <param name="assumed">A name that need not be among them; null: none.</param>
    public void CheckReference(Setting<string?> setting, SettingSection section, IReadOnlyList<string> known, string? assumed = null)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(known);
        if (Find(setting) is not { Text.Length: > 0 } node || node.Text == assumed || known.Contains(node.Text, StringComparer.Ordinal))
        {
            return;
        }

        var remedy = Nearest.Find(node.Text, known) is { } near ? $"did you mean {near}?"
            : known.Count > 0 ? $"there are {Printable.Line(string.Join(", ", known))}."
            : "write it there, or leave this out.";
        Refuse(node, $"names {Secrets.Show(node)}, which does not stand below {section.Name}; {remedy}");
    }

    /// <summary>Notes a fault of what is read as a whole.</summary>
    /// <param name="what">What is wrong and what to do; it follows the name.</param>
    /// <param name="setting">The setting that is missing or wrong; null: none.</param>
    public void Refuse(string what, Setting? setting = null) =>
        _faults.Add(_map.Origin, setting is null ? Path : ConfigurationNode.Join(Path, setting.Name), $"{Printable.Line(Path)} {what}");

    /// <summary>Notes a fault of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="what">What is wrong and what to do; it follows the name.</param>
    public void Refuse(ConfigurationNode node, string what)
    {
        ArgumentNullException.ThrowIfNull(node);
        _faults.Add(node, $"{Printable.Line(node.Path)} {what}");
    }

    /// <summary>Notes a fault of a setting together with what it is.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="what">What is wrong and what to do; it follows name and value.</param>
    public void RefuseValue(Setting setting, string what)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var (node, key) = (Find(setting), ConfigurationNode.Join(Path, setting.Name));
        var shown = setting.IsSecret ? string.Empty : $"={Printable.Line(Secrets.WithoutLogin(node?.Text ?? setting.Default))}";
        _faults.Add(node?.Origin ?? ConfigurationOrigin.Default, key, $"{Printable.Line(key)}{shown} {what}");
    }

    /// <summary>Notes that a node breaks a rule.</summary>
    /// <param name="node">The node.</param>
    /// <param name="rule">What it must be.</param>
    /// <param name="isSecret">Whether it must not be shown.</param>
    public void Wrong(ConfigurationNode node, string rule, bool isSecret = false) => Refuse(node, $"{rule}, not {Secrets.Show(node, isSecret)}.");

    /// <summary>Notes that a name is none of those that may stand where it stands.</summary>
    /// <param name="node">What it holds.</param>
    /// <param name="known">The names that may.</param>
    public void RefuseName(ConfigurationNode node, IReadOnlyList<string> known)
    {
        ArgumentNullException.ThrowIfNull(node);
        var dot = node.Path.LastIndexOf('.');
        var (parent, name) = (node.Path[..dot], node.Path[(dot + 1)..]);
        var remedy = Nearest.Find(name, known) is { } near
            ? $"did you mean {parent}.{near}?"
            : $"below {Printable.Line(parent)} stand {string.Join(", ", known)}.{(node.Kind == NodeKind.Map ? " A name holds no dots." : string.Empty)}";
        _faults.Add(node, $"{Printable.Show(node.Path)} is not a setting; {remedy}");
    }

    /// <summary>Notes that what is read has no effect.</summary>
    /// <param name="what">Why; it follows place and name.</param>
    public void Warn(string what) => _faults.Warnings.Add($"{_map.Origin.Where}: {Printable.Line(Path)} {what}");

    /// <summary>Notes that a node has no effect.</summary>
    /// <param name="node">The node.</param>
    /// <param name="what">Why; it follows place and name.</param>
    public void Warn(ConfigurationNode node, string what) => new SettingReader(node, _faults).Warn(what);

    /// <summary>A value as messages may show it.</summary>
    /// <param name="node">The value.</param>
    public static string Show(ConfigurationNode node) => Secrets.Show(node);

    // What stands below a single setting of the whole tree was refused when names were checked.
    private ConfigurationNode? Node(Setting setting) => _map.Find(setting.Name) is { } node && !(Path.Length == 0 && setting.IsTooDeep(node)) ? node : null;

    private IEnumerable<(string Name, SettingReader Entry)> Entries(ConfigurationNode map, SettingSection section)
    {
        foreach (var (name, node) in map.Children.Where(child => !child.Value.IsNull))
        {
            if (!section.CanName(name))
            {
                _faults.Add(node, $"{Printable.Show(name)} cannot name {section.Entry}; {section.NameRule}.");
            }
            else if (node.Kind != NodeKind.Map)
            {
                Wrong(node, "must hold names and values");
            }
            else
            {
                Check(node, section);
                yield return (name, new SettingReader(node, _faults));
            }
        }
    }

    private void Check(ConfigurationNode entry, SettingSection section)
    {
        var known = section.Names;
        foreach (var (name, node) in entry.Children.Where(child => !known.Contains(child.Key, StringComparer.Ordinal)))
        {
            if (section.Ignored.FirstOrDefault(setting => setting.Name == name) is { } ignored)
            {
                new SettingReader(node, _faults).Warn(ignored.Warning);
            }
            else
            {
                RefuseName(node, known);
            }
        }
    }

    private IEnumerable<(string Name, SettingReader Entry)> NoMap(ConfigurationNode node)
    {
        Wrong(node, "must hold names and values");
        return [];
    }
}
