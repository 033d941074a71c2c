using Remanence.Configuration.Faults;
using Remanence.Configuration.Sources;
using Remanence.Configuration.Tree;

namespace Remanence.Configuration;

/// <summary>All sources as one tree, and what is wrong with it. Reading notes each fault, <see cref="ThrowIfFaulty"/> tells them together.</summary>
public sealed class ConfigurationTree
{
    private const string FileVariable = "REMANENCE_CONFIG";

    private readonly EnvironmentSource _environment;
    private readonly FaultList _faults;
    private readonly ConfigurationNode _written;
    private readonly MapBuilder _implied = new(string.Empty, ConfigurationOrigin.Default);

    private ConfigurationTree(ConfigurationNode root, EnvironmentSource environment, string workingFolder, FaultList faults)
    {
        _written = root;
        _environment = environment;
        _faults = faults;
        WorkingFolder = workingFolder;
    }

    /// <summary>The folder that files are looked for in.</summary>
    public string WorkingFolder { get; }

    /// <summary>Reads settings out of the whole tree.</summary>
    public SettingReader Root => new(Node, _faults);

    /// <summary>What has no effect, one line each.</summary>
    public IReadOnlyList<string> Warnings => _faults.Warnings;

    /// <summary>Where each name of the tree is written.</summary>
    public IReadOnlyDictionary<string, string> Origins => Node.All().Where(node => node.Path.Length > 0).DistinctBy(node => node.Path, StringComparer.Ordinal)
        .ToDictionary(node => node.Path, node => node.Origin.Where, StringComparer.Ordinal);

    internal ConfigurationNode Node => ConfigurationMerge.Merge(_implied.Build(), _written);

    /// <summary>
    /// Reads all sources: imported files are the weakest, then the chosen file, the environment, and the arguments. Names that are not known are noted.
    /// </summary>
    /// <param name="sources">The sources.</param>
    /// <param name="known">The settings that there are.</param>
    /// <exception cref="ConfigurationException">One of them cannot be read; what it would have said is not known then, so nothing else is checked.</exception>
    public static ConfigurationTree Read(ConfigurationSources sources, SettingCatalogue known)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(known);
        var workingFolder = Path.GetFullPath(sources.WorkingFolder);
        var faults = new FaultList();
        var environment = new EnvironmentSource(sources.Environment, DotEnv.Find(workingFolder, faults.Warnings));
        var (arguments, named) = ArgumentSource.Read(sources.Arguments, faults);
        ThrowIfAny(faults);
        var isForeign = IsForeign(arguments, known);
        arguments = known.WithOwnNames(arguments, faults.Warnings);

        var placeholders = new Placeholders(environment, faults);
        var variables = VariableSource.Read(environment, known.VariableKeys(arguments), new FaultList());
        var imports = arguments.Find(FileSource.Import) ?? variables.Find(FileSource.Import);
        var chosen = named ?? sources.File ?? NullIfBlank(environment.Value(FileVariable)) ?? DefaultFile(workingFolder);
        var written = new FileSource(workingFolder, placeholders, faults).Read(chosen, imports);
        var file = known.WithOwnNames(written, faults.Warnings);
        if (known.Foreign is { } foreign && (isForeign || IsForeign(written, known)))
        {
            // As there, variables win over the file.
            file = ConfigurationMerge.Merge(file, known.WithOwnNames(VariableSource.ReadByName(environment, foreign.Variables), faults.Warnings));
        }

        variables = VariableSource.Read(environment, known.VariableKeys(ConfigurationMerge.Merge(file, arguments)), faults);
        var root = placeholders.Fill(ConfigurationMerge.Merge(ConfigurationMerge.Merge(file, variables), arguments));
        ThrowIfAny(faults);
        known.Check(root, faults);
        return new ConfigurationTree(root, environment, workingFolder, faults);
    }

    /// <summary>An environment variable, or what <c>.env</c> says of it; null when it is not set, or can be none's name.</summary>
    /// <param name="name">Its name.</param>
    public string? Variable(string name) => VariableNames.IsName(name) ? _environment.Value(name) : null;

    /// <summary>Where an environment variable is set.</summary>
    /// <param name="name">Its name.</param>
    public ConfigurationOrigin OriginOfVariable(string name) => _environment.Origin(name);

    /// <summary>What an environment variable of others says, which is called as they call it; null or the default when it is not set or is empty.</summary>
    /// <typeparam name="T">The setting's type.</typeparam>
    /// <param name="setting">The variable as a setting; its name is the variable's.</param>
    public T Variable<T>(Setting<T> setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return Variable(setting.Name) is { Length: > 0 } text
            ? setting.Read(ConfigurationNode.Value(setting.Name, OriginOfVariable(setting.Name), text, ScalarForm.Text), _faults)
            : setting.DefaultValue;
    }

    /// <summary>Adds what a node means under another name; whatever a source says of that name wins.</summary>
    /// <param name="names">The names from the top.</param>
    /// <param name="written">The node.</param>
    /// <param name="text">Its text, where it is not the node's own.</param>
    public void Imply(IReadOnlyList<string> names, ConfigurationNode written, string? text = null)
    {
        ArgumentNullException.ThrowIfNull(written);
        var implied = ConfigurationNode.Value(string.Join('.', names), written.Origin, text ?? written.Text, written.Form);
        _implied.Add([.. names], written.IsFilledIn ? implied.FilledIn(implied.Text) : implied);
    }

    /// <summary>Notes what has no effect.</summary>
    /// <param name="what">One line that says where.</param>
    public void Warn(string what) => _faults.Warnings.Add(what);

    /// <summary>Notes what is wrong by whoever knows more than the settings' forms.</summary>
    /// <param name="fault">One line: where, what and what to do.</param>
    public void Refuse(string fault) => _faults.Add(new ConfigurationFault(fault));

    /// <summary>Tells all faults together.</summary>
    /// <exception cref="ConfigurationException">There are faults.</exception>
    public void ThrowIfFaulty() => ThrowIfAny(_faults);

    private static bool IsForeign(ConfigurationNode source, SettingCatalogue known) =>
        source.Children.Values.Any(child =>
            known.IsForeign(child.Path) && !(child.Kind == NodeKind.Map && known.Sections.Any(section => section.Name == child.Path)));

    private static void ThrowIfAny(FaultList faults)
    {
        if (faults.Told is { Count: > 0 } told)
        {
            throw new ConfigurationException(told);
        }
    }

    private static string? DefaultFile(string folder) => File.Exists(Path.Combine(folder, FileSource.DefaultFile)) ? FileSource.DefaultFile : null;

    private static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
