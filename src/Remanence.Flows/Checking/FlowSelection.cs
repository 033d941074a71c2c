using Remanence.Diagnostics;

namespace Remanence.Flows.Checking;

/// <summary>Which of the defined flows there are.</summary>
internal static class FlowSelection
{
    public static IReadOnlyList<FlowDefinition> Of(IReadOnlyList<FlowDefinition> flows, FlowCatalogueOptions options, List<FlowFault> faults)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var flow in flows)
        {
            if (string.IsNullOrWhiteSpace(flow.Name))
            {
                faults.Add(new FlowFault(flow.Origin, null, "a flow without a name cannot be called; give it one"));
            }
            else if (!names.Add(flow.Name))
            {
                faults.Add(new FlowFault(flow.Origin, "flow " + flow.Name, "there are two flows of this name; rename one"));
            }
        }

        names.UnionWith(options.OtherFlows);
        CheckList("enabled_flows", options.EnabledFlows, names, faults);
        CheckList("disabled_flows", options.DisabledFlows, names, faults);
        return [.. flows.Where(flow => options.EnabledFlows.Count > 0
            ? options.EnabledFlows.Contains(flow.Name, StringComparer.Ordinal)
            : !options.DisabledFlows.Contains(flow.Name, StringComparer.Ordinal))];
    }

    private static void CheckList(string list, IReadOnlyList<string> listed, HashSet<string> names, List<FlowFault> faults)
    {
        foreach (var unknown in listed.Where(name => !names.Contains(name)))
        {
            faults.Add(new FlowFault(null, list, $"there is no flow {Printable.Show(unknown)}; {OperatorCatalogue.Suggest(unknown, names, "the flows")}"));
        }
    }
}
