using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Remanence.Flows.Expressions;

namespace Remanence.Flows.Rendering;

/// <summary>A flow as a Mermaid flowchart. What may fail has a dashed border.</summary>
internal sealed class MermaidText
{
    private readonly StringBuilder _nodes = new();
    private readonly StringBuilder _edges = new();
    private readonly List<string> _tolerant = [];
    private int _steps;
    private int _joints;
    private int _groups;

    public static string Of(string flow, FlowNode tree)
    {
        var text = new MermaidText();
        text.Add(tree, "  ");
        var styles =
            text._tolerant.Count == 0 ? string.Empty : $"  classDef mayFail stroke-dasharray: 4 3\n  class {string.Join(',', text._tolerant)} mayFail\n";
        return $"---\ntitle: \"{Title(flow)}\"\n---\nflowchart LR\n{text._nodes}{text._edges}{styles}".TrimEnd('\n');
    }

    // The ends at which a part is reached and left.
    private (List<string> In, List<string> Out) Add(FlowNode node, string indent)
    {
        if (node is StepNode step)
        {
            var id = $"s{++_steps}";
            _nodes.Append(indent).Append(id).Append("[\"").Append(Label(step.Name)).Append("\"]\n");
            Mark(node, id);
            return ([id], [id]);
        }

        var group = (GroupNode)node;
        if (!node.MayFail)
        {
            return AddParts(group, indent);
        }

        var name = $"g{++_groups}";
        _nodes.Append(indent).Append("subgraph ").Append(name).Append("[\"may fail\"]\n");
        var ends = AddParts(group, indent + "  ");
        _nodes.Append(indent).Append("end\n");
        Mark(node, name);
        return ends;
    }

    private (List<string> In, List<string> Out) AddParts(GroupNode group, string indent)
    {
        if (group.Parallel)
        {
            var branches = group.Parts.Select(part => Add(part, indent)).ToList();
            return ([.. branches.SelectMany(branch => branch.In)], [.. branches.SelectMany(branch => branch.Out)]);
        }

        var whole = Add(group.Parts[0], indent);
        foreach (var part in group.Parts.Skip(1))
        {
            var next = Add(part, indent);
            Connect(whole.Out, next.In, indent);
            whole = (whole.In, next.Out);
        }

        return whole;
    }

    // Branches that follow branches meet at a point; else every one would be tied to every other.
    private void Connect(List<string> from, List<string> to, string indent)
    {
        if (from.Count > 1 && to.Count > 1)
        {
            var joint = $"j{++_joints}";
            _nodes.Append(indent).Append(joint).Append("(( ))\n");
            Connect(from, [joint], indent);
            Connect([joint], to, indent);
            return;
        }

        foreach (var (source, target) in from.SelectMany(source => to.Select(target => (source, target))))
        {
            _edges.Append("  ").Append(source).Append(" --> ").Append(target).Append('\n');
        }
    }

    private void Mark(FlowNode node, string id)
    {
        if (node.MayFail)
        {
            _tolerant.Add(id);
        }
    }

    // Mermaid's own escapes; a name may hold any letter, and "end" in quotes is only a text.
    private static string Label(string text)
    {
        var label = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            label.Append(c is '"' or '#' or '<' or '>' or '&' or '`' || char.IsControl(c) ? $"#{(int)c};" : c.ToString());
        }

        return label.ToString();
    }

    private static string Title(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
}
