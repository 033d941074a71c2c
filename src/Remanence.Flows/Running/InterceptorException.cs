namespace Remanence.Flows.Running;

/// <summary>An interceptor that threw: it stops the flow as the operator itself would.</summary>
internal sealed class InterceptorException(StepPlan step, Exception inner)
    : FlowException(
        step.Flow,
        step.Name,
        inner is RemanenceException ? "an interceptor stopped it: " + inner.Message : $"an interceptor failed with {inner.GetType().Name}",
        inner);
