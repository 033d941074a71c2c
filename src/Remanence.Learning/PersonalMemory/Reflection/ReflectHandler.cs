using Remanence.Flows;
using Remanence.Jobs;
using Remanence.Stores;

namespace Remanence.PersonalMemory.Reflection;

/// <summary>Reflects: runs the flow <see cref="Flow"/> over a scope's observations and keeps what it concludes, together with the job's end.</summary>
internal sealed class ReflectHandler(PlanRunner runner, bool usesModel) : JobHandler
{
    /// <summary>The flow's name; a configuration may put another in its place that plans what to store.</summary>
    public const string Flow = "reflect";

    public override string Kind => JobKinds.Reflect;

    public override bool UsesModel => usesModel;

    public override async Task<ChangeSet?> ExecuteAsync(JobRun run, CancellationToken cancellationToken)
    {
        var plan = await runner.FindAsync(Flow, new FlowCall { Scope = run.Job.Scope.ToPerson() }, run, cancellationToken);
        run.PlanAgain = async token => await runner.PlanAsync(plan, run, token);
        return await runner.PlanAsync(plan, run, cancellationToken);
    }
}
