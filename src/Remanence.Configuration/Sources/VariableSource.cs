using Remanence.Configuration.Faults;
using Remanence.Configuration.Tree;

namespace Remanence.Configuration.Sources;

/// <summary>
/// What <c>REMANENCE_…</c> variables say. The environment is asked by name, so that only names that are known can be: the settings, and the values of
/// each model that something names, besides those called default.
/// </summary>
internal static class VariableSource
{
    /// <summary>The variables' tree.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="keys">The dotted names that variables can set.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static ConfigurationNode Read(EnvironmentSource environment, IEnumerable<string> keys, FaultList faults)
    {
        var tree = new MapBuilder(string.Empty, ConfigurationOrigin.Default);
        var used = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            var variable = VariableNames.Of(key);
            if (environment.Value(variable) is not { Length: > 0 } text)
            {
                continue;
            }

            var origin = environment.Origin(variable);
            if (used.TryGetValue(variable, out var other))
            {
                faults.Add(origin, key, $"may mean {other} or {key}; unset it and write the one that is meant into the file.");
                continue;
            }

            used.Add(variable, key);
            tree.Add(key.Split('.'), ConfigurationNode.Value(key, origin, text, ScalarForm.Argument));
        }

        return tree.Build();
    }

    /// <summary>What variables say that are called as what they set.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="names">Their names.</param>
    public static ConfigurationNode ReadByName(EnvironmentSource environment, IEnumerable<string> names)
    {
        var tree = new MapBuilder(string.Empty, ConfigurationOrigin.Default);
        foreach (var name in names.Where(name => environment.Value(name) is { Length: > 0 }))
        {
            tree.Add([name], ConfigurationNode.Value(name, environment.Origin(name), environment.Value(name)!, ScalarForm.Argument));
        }

        return tree.Build();
    }
}
