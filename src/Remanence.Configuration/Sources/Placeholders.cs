using System.Text.RegularExpressions;
using Remanence.Configuration.Faults;
using Remanence.Configuration.Tree;
using Remanence.Diagnostics;

namespace Remanence.Configuration.Sources;

/// <summary>
/// Puts environment variables in: <c>${NAME}</c>, <c>${NAME:-default}</c>; <c>$${</c> stands for <c>${</c>. Only in files; a shell does it for arguments.
/// </summary>
internal sealed partial class Placeholders(EnvironmentSource environment, FaultList faults)
{
    public ConfigurationNode Fill(ConfigurationNode node) =>
        node.Kind switch
        {
            NodeKind.Map => ConfigurationNode.Map(
                node.Path,
                node.Origin,
                new OrderedDictionary<string, ConfigurationNode>(
                    node.Children.Select(child => KeyValuePair.Create(child.Key, Fill(child.Value))),
                    StringComparer.Ordinal)),
            NodeKind.List => ConfigurationNode.List(node.Path, node.Origin, [.. node.Items.Select(Fill)]),
            _ => node.Origin.File is not null && !node.IsFilledIn && node.Text.Contains("${", StringComparison.Ordinal)
                ? node.FilledIn(Fill(node, node.Text))
                : node,
        };

    [GeneratedRegex(@"\$\$\{|\$\{(?<name>[^}:]*)(?<default>:-(?<value>[^}]*))?(?<close>\}?)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    private string Fill(ConfigurationNode node, string text) => Placeholder().Replace(text, match =>
    {
        if (match.Value == "$${")
        {
            return "${";
        }

        var name = match.Groups["name"].Value;
        if (!VariableNames.IsName(name) || match.Groups["close"].Length == 0)
        {
            faults.Add(
                node.Origin,
                node.Path,
                $"{Printable.Line(node.Path)} holds \"${{\" with no variable's name behind it; write ${{NAME}} or ${{NAME:-default}}, and $${{ "
                + $"for ${{ itself.");
            return string.Empty;
        }

        var value = environment.Value(name);
        if (match.Groups["default"].Success)
        {
            return string.IsNullOrEmpty(value) ? match.Groups["value"].Value : value;
        }

        if (value is null)
        {
            faults.Add(
                node.Origin,
                node.Path,
                $"{Printable.Line(node.Path)} needs the environment variable {name}, which is not set; set it, or write ${{{name}:-default}}.");
        }

        return value ?? string.Empty;
    });
}
