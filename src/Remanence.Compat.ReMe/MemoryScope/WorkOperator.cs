using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Memories;
using Remanence.Services;

namespace Remanence.Compat.ReMe.MemoryScope;

/// <summary>Does at once what the background does after a while: consolidates, or reflects.</summary>
internal sealed class WorkOperator : Operator
{
    public const string Consolidation = "memoryscope_consolidate_memory";
    public const string Reflection = "memoryscope_reflect_and_reconsolidate";

    private readonly Func<Scope, CancellationToken, Task<WorkResult>> _work;

    private WorkOperator(Func<Scope, CancellationToken, Task<WorkResult>> work) => _work = work;

    public override OperatorSlots Slots { get; } = OperatorSlots.None;

    public static WorkOperator OfConsolidation(OperatorSetup setup)
    {
        var memory = setup.Services.GetRequiredService<MemoryService>();
        return new((scope, cancellationToken) => memory.Require<IMemoryLearning>().ConsolidateAsync(scope, wait: true, cancellationToken));
    }

    public static WorkOperator OfReflection(OperatorSetup setup)
    {
        var memory = setup.Services.GetRequiredService<MemoryService>();
        return new((scope, cancellationToken) => memory.Require<IMemoryLearning>().ReflectAsync(scope, wait: true, cancellationToken));
    }

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var done = await _work(context.Scope, cancellationToken);
        context.Response.Answer = ActionLog.Of(done.Memories);
        context.Response.Metadata["mode"] = done.Mode;
        if (done.JobIds.Count > 0)
        {
            context.Response.Metadata["job_ids"] = new System.Text.Json.Nodes.JsonArray([.. done.JobIds.Select(id => (System.Text.Json.Nodes.JsonNode)id)]);
        }
    }
}
