using Remanence.Configuration.Tree;
using Remanence.Diagnostics;

namespace Remanence.Configuration.Binding;

/// <summary>Whether every top-level name, and every name in the sections of settings, means something.</summary>
internal static class KeyCheck
{
    /// <summary>Notes what is unknown, and what is known and has no effect.</summary>
    public static void Run(ConfigurationNode root, FaultList faults, List<string> warnings)
    {
        foreach (var (name, node) in root.Children.Where(child => !child.Value.IsNull))
        {
            if (KnownSettings.Sections.Contains(name))
            {
                CheckSettings(node, faults);
            }
            else if (KnownKeys.Ignored.Contains(name, StringComparer.Ordinal))
            {
                warnings.Add($"{node.Origin.Where}: {name} has no meaning here and is ignored.");
            }
            else if (!KnownKeys.InUse.Contains(name, StringComparer.Ordinal))
            {
                Unknown.RefuseAll(node, faults);
            }
        }
    }

    private static void CheckSettings(ConfigurationNode section, FaultList faults)
    {
        if (section.Kind != NodeKind.Map)
        {
            faults.Add(section.Origin, section.Path, $"{Printable.Line(section.Path)} holds settings, not {Secrets.Show(section)}; write them below it, each on its own line.");
            return;
        }

        foreach (var child in section.Children.Values.Where(child => child.Kind == NodeKind.Map || !KnownSettings.Contains(child.Path)))
        {
            Unknown.RefuseAll(child, faults);
        }
    }
}
