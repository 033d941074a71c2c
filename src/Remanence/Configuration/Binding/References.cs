using Remanence.Configuration.Tree;
using Remanence.Diagnostics;

namespace Remanence.Configuration.Binding;

/// <summary>Values that name an entry of another section.</summary>
internal static class References
{
    /// <summary>Notes that there is no such entry.</summary>
    /// <param name="node">The value.</param>
    /// <param name="name">What it names.</param>
    /// <param name="kind">The section.</param>
    /// <param name="known">The section's names.</param>
    /// <param name="faults">Takes the fault.</param>
    public static void Check(ConfigurationNode node, string name, string kind, IEnumerable<string> known, FaultList faults)
    {
        var names = known.ToList();
        if (names.Contains(name, StringComparer.Ordinal))
        {
            return;
        }

        var remedy = Nearest.Find(name, names) is { } near ? $"did you mean {near}?"
            : names.Count > 0 ? $"there are {Printable.Line(string.Join(", ", names))}."
            : "write it there, or leave this out.";
        faults.Add(node.Origin, node.Path, $"{Printable.Line(node.Path)} names {Secrets.Show(node)}, which does not stand below {kind}; {remedy}");
    }
}
