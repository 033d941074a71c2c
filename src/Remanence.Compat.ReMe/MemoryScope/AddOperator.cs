using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;
using Remanence.Services;

namespace Remanence.Compat.ReMe.MemoryScope;

/// <summary>Remembers a sentence as it stands.</summary>
internal sealed class AddOperator(OperatorSetup setup) : Operator
{
    public const string Name = "memoryscope_add_memory";

    private readonly MemoryService _memory = setup.Services.GetRequiredService<MemoryService>();

    public override OperatorSlots Slots { get; } = new() { Required = [BaseSlots.Query] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var request = new AddMemoryRequest { Content = context.Get(BaseSlots.Query), UserId = context.Scope.User };
        var memory = await _memory.AddAsync(context.Scope.Workspace, request, cancellationToken);
        context.Response.Answer = ActionLog.Of("new", [memory]);
        context.Response.Metadata["memory_id"] = memory.Id;
    }
}
