namespace Remanence.Flows.Running;

/// <summary>
/// The attempts of a step that may fail without harm: each has a context of its own, which joins the flow's only when the attempt ends well. So neither a
/// failed attempt nor one that goes on after its time leaves anything behind.
/// </summary>
internal readonly struct StepAttempts(StepPlan step, FlowEnvironment environment)
{
    /// <param name="context">The flow's context.</param>
    /// <param name="mustTell">Whether a failure is thrown even if the configuration says that it is not; the caller then ends it with
    /// <see cref="FallBackAsync"/>.</param>
    /// <param name="cancellationToken">The run's.</param>
    public async ValueTask RunAsync(FlowContext context, bool mustTell, CancellationToken cancellationToken)
    {
        var attempts = step.Configuration.MaxAttempts;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var own = context.Branch();
                await AttemptAsync(own, cancellationToken);
                context.Join(own);
                return;
            }
            catch (FlowException exception) when (!cancellationToken.IsCancellationRequested)
            {
                if (attempt < attempts)
                {
                    FlowLog.AttemptFailed(environment.Logger, step.Flow, step.Name, attempt, attempts, FlowException.CauseOf(exception).GetType().Name);
                    continue;
                }

                if (mustTell || step.Configuration.RaiseException)
                {
                    throw;
                }

                await FallBackAsync(context, exception, cancellationToken);
                return;
            }
        }
    }

    /// <summary>Goes on after the last attempt: the operator may write what the steps after it need.</summary>
    public async ValueTask FallBackAsync(FlowContext context, Exception exception, CancellationToken cancellationToken)
    {
        FlowLog.PartPassedOver(environment.Logger, step.Flow, step.Name, FlowException.CauseOf(exception).GetType().Name);
        context.PassedOver(step.Name);
        try
        {
            var own = context.Branch();
            own.Enter(step.Access);
            await step.Operator.FallBackAsync(own, FlowException.CauseOf(exception), cancellationToken);
            context.Join(own);
        }
        catch (Exception second) when (StepPlan.IsFailure(second, cancellationToken))
        {
            FlowLog.FallBackFailed(environment.Logger, step.Flow, step.Name, second.GetType().Name);
        }
    }

    private ValueTask AttemptAsync(FlowContext own, CancellationToken cancellationToken) =>
        step.Configuration.Timeout is { } limit ? LimitedAsync(own, limit, cancellationToken) : step.OnceAsync(own, cancellationToken);

    private async ValueTask LimitedAsync(FlowContext own, TimeSpan limit, CancellationToken cancellationToken)
    {
        var (plan, time) = (step, environment.Time);
        await TimeLimit.RunAsync(
            limit, time, token => plan.OnceAsync(own, token), inner => new FlowTimeoutException(plan.Flow, plan.Name, limit, inner), cancellationToken);
    }
}
