namespace Remanence.Configuration;

/// <summary>Where a configuration is read from.</summary>
public sealed record ConfigurationSources
{
    /// <summary>Arguments, <c>dotted.name=value</c>; <c>config=NAME</c> names the file. Default: none.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Looks up an environment variable; null when it is not set. Default: that of the process.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>
    /// The YAML file; an argument <c>config=NAME</c> wins over it. Default: what <c>REMANENCE_CONFIG</c> names, else <c>remanence.yaml</c> in the working
    /// folder when there is one.
    /// </summary>
    public string? File { get; init; }

    /// <summary>The folder that files are looked for in, and <c>.env</c>. Default: the current one.</summary>
    public string WorkingFolder { get; init; } = Directory.GetCurrentDirectory();
}
