using Remanence.Diagnostics;

namespace Remanence.Flows.Running;

/// <summary>Runs a flow once.</summary>
internal sealed class FlowRunner(FlowEnvironment environment)
{
    public async Task<FlowResponse> RunAsync(FlowPlan plan, FlowCall call, FlowSink? stream, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var scope = CallScope.Of(plan, call);
        var values = CallInputs.Fill(plan, call, scope);
        var run = new FlowRun(plan.Definition.Name, plan.Layout, plan.WritersOf, call, stream)
        {
            Services = environment.Services,
            Scope = scope,
            Now = call.Now ?? environment.Time.GetUtcNow(),
            Language = call.Language ?? environment.Language,
        };
        var context = new FlowContext(run, values, new FlowResponse());
        await (FlowTelemetry.FlowsAreObserved ? ObservedAsync(plan, call, context, cancellationToken) : LimitedAsync(plan, call, context, cancellationToken));
        context.Response.End(plan.Layout, values);
        return context.Response;
    }

    private async ValueTask ObservedAsync(FlowPlan plan, FlowCall call, FlowContext context, CancellationToken cancellationToken)
    {
        var started = environment.Time.GetTimestamp();
        using var span = FlowTelemetry.StartFlow(plan);
        try
        {
            await LimitedAsync(plan, call, context, cancellationToken);
        }
        catch (Exception exception) when (StepPlan.IsFailure(exception, cancellationToken))
        {
            Telemetry.Fail(span, FlowException.CauseOf(exception));
            FlowTelemetry.FlowFailed(plan, exception);
            throw;
        }
        finally
        {
            FlowTelemetry.FlowEnded(plan, environment.Time.GetElapsedTime(started));
        }
    }

    private ValueTask LimitedAsync(FlowPlan plan, FlowCall call, FlowContext context, CancellationToken cancellationToken) =>
        (call.TimeLimit ?? environment.TimeLimit) is { } limit
            ? TimeLimit.RunAsync(
                limit, environment.Time, token => plan.Root.RunAsync(context, token),
                inner => new FlowTimeoutException(plan.Definition.Name, null, limit, inner), cancellationToken)
            : plan.Root.RunAsync(context, cancellationToken);
}
