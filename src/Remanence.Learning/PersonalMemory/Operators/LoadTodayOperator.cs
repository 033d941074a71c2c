using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Memories;
using Remanence.Operators;
using Remanence.Stores.Filters;

namespace Remanence.PersonalMemory.Operators;

/// <summary><c>load_today_memory</c>: what was remembered since the day began, newest last.</summary>
internal sealed class LoadTodayOperator(OperatorSetup setup) : MemoryOperator(setup)
{
    public static readonly OperatorParameter<int> TopK = OperatorParameter
        .WholeNumber("top_k", 50, 1, 1_000, "At most so many, the newest.")
        .AlsoCalled("retrieve_today_top_k");

    private readonly int _topK = setup.Get(TopK);

    public override OperatorSlots Slots { get; } = new() { Writes = [PersonSlots.Today] };

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var local = TimeZoneInfo.ConvertTime(context.Now, Memories.Time.LocalTimeZone);
        var filter = new MemoryFilter.And(
        [
            new MemoryFilter.Kind([MemoryKinds.Observation]),
            new MemoryFilter.Status([MemoryStatus.Active]),
            new MemoryFilter.Time(MemoryTimeField.Observed, new DateTimeOffset(local.Date, local.Offset), null),
        ]);
        var today = new Queue<Memory>();
        await foreach (var memory in Memories.ListAsync(context.Scope.ToPerson(), filter, cancellationToken))
        {
            today.Enqueue(memory);
            if (today.Count > _topK)
            {
                today.Dequeue();
            }
        }

        context.Set(PersonSlots.Today, [.. today]);
    }
}
