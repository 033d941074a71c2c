using Remanence.Diagnostics;

namespace Remanence.Server.Configuration;

/// <summary>Gathers what arguments, environment and file say about each setting; the first of these that names one wins.</summary>
internal sealed class SettingsSource
{
    public const string DefaultFile = "remanence.yaml";

    private readonly Dictionary<string, SettingOrigin> _values = new(StringComparer.Ordinal);

    private SettingsSource()
    {
    }

    public SettingOrigin? Find(string name) => _values.GetValueOrDefault(name);

    public static SettingsSource Read(
        IReadOnlyList<Setting> known, IEnumerable<string> overrides, Func<string, string?> environment, string? configFile, string workingFolder)
    {
        var source = new SettingsSource();
        var arguments = ReadArguments(known, overrides, ref configFile);
        configFile ??= NullIfBlank(environment(SettingNames.ConfigVariable));
        if (configFile is null && File.Exists(Path.Combine(workingFolder, DefaultFile)))
        {
            configFile = DefaultFile;
        }

        if (configFile is not null)
        {
            foreach (var (name, value) in SettingsFile.Read(Path.Combine(workingFolder, configFile), configFile))
            {
                RefuseUnknown(known, name, value);
                source._values[name] = value;
            }
        }

        foreach (var setting in known)
        {
            if (environment(setting.Variable) is { Length: > 0 } value)
            {
                source._values[setting.Name] = new SettingOrigin(value, $"environment variable {setting.Variable}");
            }
        }

        foreach (var (name, value) in arguments)
        {
            source._values[name] = value;
        }

        return source;
    }

    private static Dictionary<string, SettingOrigin> ReadArguments(IReadOnlyList<Setting> known, IEnumerable<string> overrides, ref string? configFile)
    {
        var arguments = new Dictionary<string, SettingOrigin>(StringComparer.Ordinal);
        foreach (var argument in overrides)
        {
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new SettingsException($"argument {Printable.Show(argument)}: a setting is written name=value, such as http.port=8002.");
            }

            var name = argument[..equals].TrimStart('-');
            var value = new SettingOrigin(argument[(equals + 1)..], "argument");
            if (name == SettingNames.Config)
            {
                configFile = NullIfBlank(value.Value) ?? throw new SettingsException("argument config: name a file, such as config=remanence.yaml.", name);
                continue;
            }

            RefuseUnknown(known, name, value);
            arguments[name] = value;
        }

        return arguments;
    }

    private static void RefuseUnknown(IReadOnlyList<Setting> known, string name, SettingOrigin value)
    {
        if (known.Any(setting => setting.Name == name))
        {
            return;
        }

        var remedy = Nearest.Find(name, known.Select(setting => setting.Name)) is { } near
            ? $"did you mean {near}?"
            : $"the settings are {string.Join(", ", known.Select(setting => setting.Name))}.";
        throw new SettingsException($"{value.Where}: {Printable.Show(name)} is not a setting; {remedy}", name, value.File, value.Line);
    }

    private static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
