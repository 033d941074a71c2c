namespace Remanence.Flows.Running;

/// <summary>Parts one after the other.</summary>
internal sealed class SequencePlan(PlanNode[] parts) : PlanNode
{
    public override async ValueTask RunAsync(FlowContext context, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            await part.RunAsync(context, cancellationToken);
        }
    }
}
