using Remanence.Configuration.Tree;

namespace Remanence.Configuration.Sources;

/// <summary>
/// The environment with what <c>.env</c> adds. The real environment wins, but for names that begin with <c>FLOW_</c>: those are ReMe's, whose <c>.env</c> wins.
/// </summary>
internal sealed class EnvironmentSource(Func<string, string?> environment, DotEnv file)
{
    public string? Value(string name) => FromFile(name) ? file.Value(name) : environment(name);

    public ConfigurationOrigin Origin(string name) => FromFile(name) ? file.Origin(name)! : new ConfigurationOrigin($"environment variable {name}");

    private bool FromFile(string name) => file.Value(name) is not null && (name.StartsWith("FLOW_", StringComparison.Ordinal) || environment(name) is null);
}
