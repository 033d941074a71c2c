namespace Remanence.Flows.Operators;

/// <summary>An operator that is a function.</summary>
internal sealed class DelegateOperator(OperatorSlots slots, Func<FlowContext, CancellationToken, ValueTask> execute) : Operator
{
    public override OperatorSlots Slots => slots;

    public override ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken) => execute(context, cancellationToken);
}
