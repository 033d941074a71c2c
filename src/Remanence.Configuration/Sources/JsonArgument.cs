using System.Text.Json;
using Remanence.Configuration.Faults;
using Remanence.Configuration.Tree;

namespace Remanence.Configuration.Sources;

/// <summary>JSON in an argument as a part of the tree.</summary>
internal static class JsonArgument
{
    /// <summary>A JSON value as a node; names with dots nest, as everywhere.</summary>
    /// <param name="json">The value.</param>
    /// <param name="path">Where it goes.</param>
    /// <param name="origin">Where it is written.</param>
    /// <param name="faults">Takes what is wrong with it.</param>
    public static ConfigurationNode Read(JsonElement json, string path, ConfigurationOrigin origin, FaultList faults)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var map = new MapBuilder(path, origin);
                foreach (var member in json.EnumerateObject())
                {
                    if (KeyNames.Split(member.Name) is not { } names)
                    {
                        faults.Add(origin, path, KeyNames.Wrong(member.Name));
                    }
                    else if (map.Add(names, Read(member.Value, ConfigurationNode.Join(path, member.Name), origin, faults)) is { } taken)
                    {
                        faults.Add(origin, taken.Path, KeyNames.Twice(taken.Path));
                    }
                }

                return map.Build();
            case JsonValueKind.Array:
                return ConfigurationNode.List(path, origin, [.. json.EnumerateArray().Select((item, i) => Read(item, $"{path}[{i}]", origin, faults))]);
            case JsonValueKind.String:
                return ConfigurationNode.Value(path, origin, json.GetString()!, ScalarForm.Text);
            default:
                return ConfigurationNode.Value(path, origin, json.GetRawText(), ScalarForm.Yaml);
        }
    }
}
