namespace Remanence.Flows.Running;

/// <summary>A part of a flow that is ready to run. Shared by all runs.</summary>
internal abstract class PlanNode
{
    public abstract ValueTask RunAsync(FlowContext context, CancellationToken cancellationToken);
}
