using System.Text;
using Remanence.Flows.Expressions;

namespace Remanence.Flows.Rendering;

/// <summary>A flow as lines with branches.</summary>
internal static class TreeText
{
    public static string Of(string flow, FlowNode tree)
    {
        var text = new StringBuilder(flow);
        var parts = tree is GroupNode { Parallel: false, MayFail: false } sequence ? sequence.Parts : [tree];
        Append(text, parts, string.Empty);
        return text.ToString();
    }

    private static void Append(StringBuilder text, IReadOnlyList<FlowNode> parts, string indent)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var last = i == parts.Count - 1;
            text.Append('\n').Append(indent).Append(last ? "└─ " : "├─ ").Append(Label(parts[i]));
            if (parts[i] is GroupNode group)
            {
                Append(text, group.Parts, indent + (last ? "   " : "│  "));
            }
        }
    }

    private static string Label(FlowNode node) => (node switch
    {
        StepNode step => step.Name,
        GroupNode { Parallel: true } => "side by side",
        _ => "one after the other",
    }) + (node.MayFail ? " (may fail)" : string.Empty);
}
