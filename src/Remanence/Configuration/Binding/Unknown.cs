using Remanence.Configuration.Tree;
using Remanence.Diagnostics;

namespace Remanence.Configuration.Binding;

/// <summary>Names that mean nothing, and the known ones that were probably meant.</summary>
internal static class Unknown
{
    /// <summary>Refuses a name below a section.</summary>
    /// <param name="node">What it holds.</param>
    /// <param name="name">The name.</param>
    /// <param name="known">What may stand there.</param>
    /// <param name="faults">Takes the fault.</param>
    public static void Refuse(ConfigurationNode node, string name, IReadOnlyList<string> known, FaultList faults)
    {
        var parent = node.Path[..^(name.Length + 1)];
        var remedy = Nearest.Find(name, known) is { } near
            ? $"did you mean {parent}.{near}?"
            : $"below {Printable.Line(parent)} stand {string.Join(", ", known)}.{(node.Kind == NodeKind.Map ? " A name holds no dots." : string.Empty)}";
        faults.Add(node.Origin, node.Path, $"{Printable.Show(node.Path)} is not a setting; {remedy}");
    }

    /// <summary>Refuses each value of a tree part that belongs to no section.</summary>
    public static void RefuseAll(ConfigurationNode node, FaultList faults)
    {
        if (node.Kind == NodeKind.Map && node.Children.Count > 0)
        {
            foreach (var child in node.Children.Values)
            {
                RefuseAll(child, faults);
            }

            return;
        }

        var settings = KnownSettings.All.Select(setting => setting.Name).ToList();
        var remedy = Nearest.Find(node.Path, settings.Concat(KnownKeys.InUse)) is { } near
            ? $"did you mean {near}?"
            : $"the settings are {string.Join(", ", settings)}, and what stands below {string.Join(", ", KnownKeys.InUse)}.";
        faults.Add(node.Origin, node.Path, $"{Printable.Show(node.Path)} is not a setting; {remedy}");
    }
}
