using Remanence.Flows.Interceptors;
using Remanence.Flows.Operators;

namespace Remanence.Flows.Running;

/// <summary>The interceptors of one step.</summary>
internal sealed class StepHooks
{
    private StepHooks(IReadOnlyList<FlowInterceptor> all, FlowInterceptor[] own)
    {
        All = all;
        IsEmpty = own.Length == 0;
        Before = [.. own.Where(hook => hook.Before is not null)];
        After = [.. own.Where(hook => hook.After is not null).Reverse()];
        OnError = [.. own.Where(hook => hook.OnError is not null).Reverse()];
    }

    /// <summary>The list that these were chosen from.</summary>
    public IReadOnlyList<FlowInterceptor> All { get; }

    public bool IsEmpty { get; }

    public bool AnyOnError => OnError.Length > 0;

    public FlowInterceptor[] Before { get; }

    public FlowInterceptor[] After { get; }

    public FlowInterceptor[] OnError { get; }

    public static StepHooks For(StepPlan step, IReadOnlyList<FlowInterceptor> all) => new(all, [.. all.Where(hook =>
        (hook.Flow is null || hook.Flow == step.Flow) && (hook.Operator is null || OperatorNames.Comparer.Equals(hook.Operator, step.Name)))]);
}
