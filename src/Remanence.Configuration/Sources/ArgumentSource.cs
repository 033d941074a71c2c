using System.Text.Json;
using Remanence.Configuration.Faults;
using Remanence.Configuration.Tree;
using Remanence.Diagnostics;

namespace Remanence.Configuration.Sources;

/// <summary>Arguments in ReMe's grammar: leading dashes go, the first <c>=</c> parts name and value, dots nest, and the last of several wins.</summary>
internal static class ArgumentSource
{
    /// <summary>Reads the arguments.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="faults">Takes what is wrong with them.</param>
    /// <returns>Their tree, and the file that one of them names.</returns>
    public static (ConfigurationNode Tree, string? File) Read(IEnumerable<string> arguments, FaultList faults)
    {
        var tree = ConfigurationMerge.Empty;
        string? file = null;
        foreach (var argument in arguments)
        {
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? string.Empty : argument[..equals].TrimStart('-');
            if (name.Length == 0)
            {
                // Without a name nothing tells whether a secret stands there.
                faults.Add(new ConfigurationFault($"argument {Printable.Show(argument)}: a setting is written name=value, such as http.port=8002."));
                continue;
            }

            var text = argument[(equals + 1)..];
            if (name is "config" or "c" or "config_path")
            {
                file = text;
                if (string.IsNullOrWhiteSpace(text))
                {
                    faults.Add(new ConfigurationFault($"argument {name}: name a file, such as {name}=remanence.yaml.", name));
                }
            }
            else if (KeyNames.Split(name) is { } names)
            {
                var map = new MapBuilder(string.Empty, ConfigurationOrigin.Argument);
                map.Add(names, Value(name, text, faults));
                tree = ConfigurationMerge.Merge(tree, map.Build());
            }
            else
            {
                faults.Add(ConfigurationOrigin.Argument, name, KeyNames.Wrong(name));
            }
        }

        return (tree, file);
    }

    private static ConfigurationNode Value(string path, string text, FaultList faults)
    {
        if (text.AsSpan().TrimStart() is ['{' or '[' or '"', ..])
        {
            try
            {
                using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = KeyNames.MaxNesting });
                return JsonArgument.Read(json.RootElement, path, ConfigurationOrigin.Argument, faults);
            }
            catch (JsonException)
            {
                // What is not JSON is text.
            }
        }

        return ConfigurationNode.Value(path, ConfigurationOrigin.Argument, text, ScalarForm.Argument);
    }
}
