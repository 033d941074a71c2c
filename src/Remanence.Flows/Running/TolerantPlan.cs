namespace Remanence.Flows.Running;

/// <summary>A part that the expression marks with <c>?</c>: when it fails, what it wrote is dropped and the flow goes on.</summary>
internal sealed class TolerantPlan(PlanNode part, string flow, IReadOnlyList<string> steps, FlowEnvironment environment) : PlanNode
{
    public override async ValueTask RunAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var own = context.Branch();
        try
        {
            await part.RunAsync(own, cancellationToken);
        }
        catch (Exception exception) when (exception is not InvalidRequestException && !cancellationToken.IsCancellationRequested)
        {
            var step = (exception as FlowException)?.Step ?? steps[0];
            FlowLog.PartPassedOver(environment.Logger, flow, step, FlowException.CauseOf(exception).GetType().Name);
            foreach (var below in steps)
            {
                context.PassedOver(below);
            }

            return;
        }

        context.Join(own);
    }
}
