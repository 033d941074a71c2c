namespace Remanence.Flows.Expressions;

/// <summary>An expression does not show what a revision set for single steps; this carries it from one tree to another of the same steps.</summary>
internal static class ConfiguredSteps
{
    public static FlowNode Copy(FlowNode tree, FlowNode from)
    {
        var steps = new Queue<StepNode>(from.Steps);
        return Copy(tree, steps);
    }

    private static FlowNode Copy(FlowNode node, Queue<StepNode> from) => node switch
    {
        StepNode step => step.With(from.Dequeue().Configuration),
        GroupNode group => GroupNode.Of(group.Parallel, [.. group.Parts.Select(part => Copy(part, from))], group.MayFail)!,
        _ => node,
    };
}
