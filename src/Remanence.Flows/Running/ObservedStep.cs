using System.Runtime.ExceptionServices;
using Remanence.Diagnostics;
using Remanence.Flows.Interceptors;

namespace Remanence.Flows.Running;

/// <summary>A step of one run while interceptors or telemetry look on.</summary>
internal readonly struct ObservedStep(StepPlan step, StepHooks hooks, FlowEnvironment environment, bool plain)
{
    public async ValueTask RunAsync(FlowContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var started = environment.Time.GetTimestamp();
        using var span = FlowTelemetry.StartOperator(step);
        var run = hooks.IsEmpty ? null : new OperatorRun(step.Flow, step.Name, context, environment.Time, started);
        try
        {
            await BeforeAsync(context, run, cancellationToken);

            // An interceptor that makes up for the failure must find nothing half written.
            if (plain && !hooks.AnyOnError)
            {
                await step.OnceAsync(context, cancellationToken);
            }
            else
            {
                await new StepAttempts(step, environment).RunAsync(context, mustTell: true, cancellationToken);
            }

            await AfterAsync(context, run, cancellationToken);
        }
        catch (Exception exception) when (StepPlan.IsFailure(exception, cancellationToken))
        {
            Telemetry.Fail(span, FlowException.CauseOf(exception));
            FlowTelemetry.OperatorFailed(step, exception);
            await FailedAsync(context, run, exception, cancellationToken);
        }
        finally
        {
            FlowTelemetry.OperatorEnded(step, environment.Time.GetElapsedTime(started));
        }
    }

    private async ValueTask BeforeAsync(FlowContext context, OperatorRun? run, CancellationToken cancellationToken)
    {
        foreach (var hook in hooks.Before)
        {
            context.Observe(step.Access);
            await CallAsync(hook.Before!, run!, cancellationToken);
        }
    }

    private async ValueTask AfterAsync(FlowContext context, OperatorRun? run, CancellationToken cancellationToken)
    {
        foreach (var hook in hooks.After)
        {
            context.Observe(step.Access);
            await CallAsync(hook.After!, run!, cancellationToken);
        }
    }

    private async ValueTask CallAsync(Func<OperatorRun, CancellationToken, ValueTask> hook, OperatorRun run, CancellationToken cancellationToken)
    {
        try
        {
            await hook(run, cancellationToken);
        }
        catch (Exception exception) when (StepPlan.IsFailure(exception, cancellationToken))
        {
            throw new InterceptorException(step, exception);
        }
    }

    private async ValueTask FailedAsync(FlowContext context, OperatorRun? run, Exception exception, CancellationToken cancellationToken)
    {
        if (run is not null)
        {
            run.Exception = exception;
            foreach (var hook in hooks.OnError)
            {
                context.Observe(step.Access);
                try
                {
                    await hook.OnError!(run, cancellationToken);
                }
                catch (Exception second) when (StepPlan.IsFailure(second, cancellationToken))
                {
                    FlowLog.InterceptorFailed(environment.Logger, step.Flow, step.Name, second.GetType().Name);
                }
            }

            if (run.IsSuppressed)
            {
                FlowLog.PartPassedOver(environment.Logger, step.Flow, step.Name, FlowException.CauseOf(exception).GetType().Name);
                context.PassedOver(step.Name);
                return;
            }
        }

        if (step.Configuration.RaiseException || exception is InterceptorException)
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        await new StepAttempts(step, environment).FallBackAsync(context, exception, cancellationToken);
    }
}
