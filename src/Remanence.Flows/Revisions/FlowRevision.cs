using Remanence.Flows.Expressions;

namespace Remanence.Flows.Revisions;

/// <summary>A flow as it was from one change to the next.</summary>
public sealed class FlowRevision
{
    internal FlowRevision(int number, FlowNode tree, DateTimeOffset at, IReadOnlyList<string> changes) =>
        (Number, Tree, At, Changes, Expression) = (number, tree, at, changes, ExpressionPrinter.Print(tree));

    /// <summary>Its number, from 1, which is the flow as it was defined.</summary>
    public int Number { get; }

    /// <summary>The expression, on one line.</summary>
    public string Expression { get; }

    /// <summary>When it took effect.</summary>
    public DateTimeOffset At { get; }

    /// <summary>What was changed, such as <c>replace rerank by my_rerank</c>.</summary>
    public IReadOnlyList<string> Changes { get; }

    internal FlowNode Tree { get; }
}
