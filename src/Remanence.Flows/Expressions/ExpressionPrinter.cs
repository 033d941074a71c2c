using System.Text;

namespace Remanence.Flows.Expressions;

/// <summary>Writes an expression on one line, with no more parentheses than it needs.</summary>
internal static class ExpressionPrinter
{
    public static string Print(FlowNode node)
    {
        var text = new StringBuilder();
        Print(node, text, enclosed: node.MayFail);
        return text.ToString();
    }

    private static void Print(FlowNode node, StringBuilder text, bool enclosed)
    {
        if (node is StepNode step)
        {
            text.Append(step.Name);
        }
        else
        {
            var group = (GroupNode)node;
            text.Append(enclosed ? "(" : string.Empty);
            for (var i = 0; i < group.Parts.Count; i++)
            {
                var part = group.Parts[i];
                text.Append(i == 0 ? string.Empty : group.Parallel ? " | " : " >> ");

                // A sequence among branches needs no parentheses: it binds tighter.
                Print(part, text, part.MayFail || part is GroupNode { Parallel: true });
            }

            text.Append(enclosed ? ")" : string.Empty);
        }

        text.Append(node.MayFail ? "?" : string.Empty);
    }
}
