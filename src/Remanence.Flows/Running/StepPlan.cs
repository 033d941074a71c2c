using Remanence.Diagnostics;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;

namespace Remanence.Flows.Running;

/// <summary>
/// A step: its operator, with attempts, time limit, interceptors and telemetry where there are any. A step with none of them runs without allocating anything.
/// </summary>
internal sealed class StepPlan : PlanNode
{
    private readonly FlowEnvironment _environment;
    private readonly bool _plain;
    private StepHooks _hooks;

    public StepPlan(
        string flow,
        string name,
        Operator instance,
        OperatorConfiguration configuration,
        OperatorSlots slots,
        SlotLayout layout,
        FlowEnvironment environment)
    {
        (Flow, Name, Operator, Configuration, _environment) = (flow, name, instance, configuration, environment);
        SpanName = "operator " + name;
        _plain = configuration is { MaxAttempts: 1, Timeout: null, RaiseException: true };
        _hooks = StepHooks.For(this, environment.Interceptors.All);
        Access = new StepAccess(name, configuration.Language, slots, layout);
    }

    public string Flow { get; }

    public string Name { get; }

    public string SpanName { get; }

    public Operator Operator { get; }

    public OperatorConfiguration Configuration { get; }

    public StepAccess Access { get; }

    public override ValueTask RunAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var hooks = Hooks();
        if (hooks.IsEmpty && !FlowTelemetry.OperatorsAreObserved)
        {
            return _plain ? OnceAsync(context, cancellationToken) : new StepAttempts(this, _environment).RunAsync(context, false, cancellationToken);
        }

        return new ObservedStep(this, hooks, _environment, _plain).RunAsync(context, cancellationToken);
    }

    /// <summary>One attempt in the context as it is. Becomes a state machine only when the operator does.</summary>
    public ValueTask OnceAsync(FlowContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        context.Enter(Access);
        try
        {
            var running = Operator.ExecuteAsync(context, cancellationToken);
            if (!running.IsCompleted)
            {
                return EndedAsync(running, cancellationToken);
            }

            running.GetAwaiter().GetResult();
            return ValueTask.CompletedTask;
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            throw Failure(exception);
        }
    }

    /// <summary>Not a cancellation, and not the caller's fault, which reaches the caller as it is.</summary>
    public static bool IsFailure(Exception exception, CancellationToken cancellationToken) =>
        exception is not InvalidRequestException && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested);

    // Only the messages of our own exceptions, and of a slot misused, are known to hold nothing that must not be shown.
    public FlowException Failure(Exception exception) => exception switch
    {
        FlowTimeoutException own when own.Flow == Flow && own.Step == Name => own,
        RemanenceException => new FlowException(Flow, Name, exception.Message, exception),
        InvalidOperationException => new FlowException(Flow, Name, Printable.Line(exception.Message), exception),
        _ => new FlowException(Flow, Name, $"failed with {exception.GetType().Name}; the inner exception says more", exception),
    };

    private async ValueTask EndedAsync(ValueTask running, CancellationToken cancellationToken)
    {
        try
        {
            await running;
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            throw Failure(exception);
        }
    }

    // Interceptors come and go rarely; which of them are this step's is found anew only then.
    private StepHooks Hooks()
    {
        var all = _environment.Interceptors.All;
        var hooks = Volatile.Read(ref _hooks);
        if (!ReferenceEquals(hooks.All, all))
        {
            hooks = StepHooks.For(this, all);
            Volatile.Write(ref _hooks, hooks);
        }

        return hooks;
    }
}
