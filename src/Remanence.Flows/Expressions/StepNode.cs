namespace Remanence.Flows.Expressions;

/// <summary>A step: the name of an operator.</summary>
/// <param name="name">As it is written.</param>
/// <param name="span">Where it is written.</param>
/// <param name="mayFail">See <see cref="FlowNode.MayFail"/>.</param>
/// <param name="configuration">What a revision set for this step alone; null: what the name stands for.</param>
internal sealed class StepNode(string name, TextSpan span, bool mayFail = false, OperatorConfiguration? configuration = null) : FlowNode(mayFail)
{
    public string Name => name;

    public TextSpan Span => span;

    public OperatorConfiguration? Configuration => configuration;

    public override IEnumerable<StepNode> Steps => [this];

    public override FlowNode WithMayFail() => new StepNode(name, span, true, configuration);

    public StepNode With(OperatorConfiguration? own) => new(name, span, MayFail, own);
}
