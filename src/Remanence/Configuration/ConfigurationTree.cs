using Remanence.Configuration.Sources;
using Remanence.Configuration.Tree;

namespace Remanence.Configuration;

/// <summary>All sources as one tree.</summary>
internal sealed class ConfigurationTree
{
    private ConfigurationTree(ConfigurationNode root, EnvironmentSource environment, string workingFolder, IReadOnlyList<string> warnings)
    {
        Root = root;
        Environment = environment;
        WorkingFolder = workingFolder;
        Warnings = warnings;
    }

    public ConfigurationNode Root { get; }

    public EnvironmentSource Environment { get; }

    public string WorkingFolder { get; }

    /// <summary>What was odd with the sources and stops nobody.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Reads all sources: imported files are the weakest, then the chosen file, the environment, and the arguments.</summary>
    /// <param name="sources">The sources.</param>
    /// <exception cref="ConfigurationException">One of them cannot be read; what it would have said is not known then, so nothing else is checked.</exception>
    public static ConfigurationTree Read(ConfigurationSources sources)
    {
        var workingFolder = Path.GetFullPath(sources.WorkingFolder);
        var warnings = new List<string>();
        var faults = new FaultList();
        var environment = new EnvironmentSource(sources.Environment, DotEnv.Find(workingFolder, warnings));
        var (arguments, named) = ArgumentSource.Read(sources.Arguments, faults);
        faults.ThrowIfAny();

        var placeholders = new Placeholders(environment, faults);
        var variables = VariableSource.Read(environment, arguments, new FaultList());
        var imports = arguments.Find(KnownKeys.ImportConfig) ?? variables.Find(KnownKeys.ImportConfig);
        var chosen = named ?? sources.File ?? NullIfBlank(environment.Value(SettingNames.ConfigVariable)) ?? DefaultFile(workingFolder);
        var file = new FileSource(workingFolder, placeholders, faults).Read(chosen, imports);

        variables = VariableSource.Read(environment, ConfigurationMerge.Merge(file, arguments), faults);
        var root = placeholders.Fill(ConfigurationMerge.Merge(ConfigurationMerge.Merge(file, variables), arguments));
        faults.ThrowIfAny();
        return new ConfigurationTree(root, environment, workingFolder, warnings);
    }

    private static string? DefaultFile(string folder) => File.Exists(Path.Combine(folder, FileSource.DefaultFile)) ? FileSource.DefaultFile : null;

    private static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
