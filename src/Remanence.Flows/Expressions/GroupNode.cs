namespace Remanence.Flows.Expressions;

/// <summary>Two or more parts, one after the other or side by side. A part of the same sort and without a mark is none of its own: its parts are.</summary>
internal sealed class GroupNode : FlowNode
{
    private GroupNode(bool parallel, IReadOnlyList<FlowNode> parts, bool mayFail)
        : base(mayFail) => (Parallel, Parts) = (parallel, parts);

    public bool Parallel { get; }

    public IReadOnlyList<FlowNode> Parts { get; }

    public override IEnumerable<StepNode> Steps => Parts.SelectMany(part => part.Steps);

    /// <summary>The parts as one; null when there is none.</summary>
    public static FlowNode? Of(bool parallel, IEnumerable<FlowNode> parts, bool mayFail = false)
    {
        var flat = new List<FlowNode>();
        foreach (var part in parts)
        {
            if (part is GroupNode { MayFail: false } group && group.Parallel == parallel)
            {
                flat.AddRange(group.Parts);
            }
            else
            {
                flat.Add(part);
            }
        }

        return flat switch
        {
            [] => null,
            [var only] => mayFail ? only.WithMayFail() : only,
            _ => new GroupNode(parallel, flat, mayFail),
        };
    }

    public override FlowNode WithMayFail() => new GroupNode(Parallel, Parts, true);
}
