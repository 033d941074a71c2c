using System.Globalization;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Services;

namespace Remanence.Compat.ReMe.MemoryScope;

/// <summary>Erases everything about a person, also what was said and not consolidated yet.</summary>
internal sealed class DeleteAllOperator(OperatorSetup setup) : Operator
{
    public const string Name = "memoryscope_delete_all";

    private readonly MemoryService _memory = setup.Services.GetRequiredService<MemoryService>();

    public override OperatorSlots Slots { get; } = OperatorSlots.None;

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var erased = await _memory.Require<IMemoryErasure>().EraseAsync(context.Scope, cancellationToken);
        context.Response.Answer = ActionLog.Of(string.Create(
            CultureInfo.InvariantCulture,
            $"delete {erased.Memories} memories, {erased.Messages} messages, {erased.Resources} conversations"));
        context.Response.Metadata["deleted"] = erased.Memories;
    }
}
