namespace Remanence.Flows.Expressions;

/// <summary>A part of an expression. Immutable.</summary>
internal abstract class FlowNode(bool mayFail)
{
    /// <summary>Whether it is marked with <c>?</c>: its failure does not fail the flow, which goes on without what it wrote.</summary>
    public bool MayFail { get; } = mayFail;

    /// <summary>The steps below it, as they are written.</summary>
    public abstract IEnumerable<StepNode> Steps { get; }

    public abstract FlowNode WithMayFail();
}
