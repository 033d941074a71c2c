using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;
using Remanence.Operators;

namespace Remanence.PersonalMemory.Operators;

/// <summary><c>set_query</c>: what is asked, and when.</summary>
internal sealed class SetQueryOperator(OperatorSetup setup) : MemoryOperator(setup)
{
    public override OperatorSlots Slots { get; } = new() { Required = [BaseSlots.Query], Optional = [PersonSlots.Timestamp], Writes = [PersonSlots.Question, PersonSlots.AskedAt] };

    public override ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var query = context.Get(BaseSlots.Query).Trim();
        if (query.Length == 0)
        {
            throw new InvalidRequestException("query", "query is empty: say what to look for.");
        }

        context.Set(PersonSlots.Question, query);
        context.Set(PersonSlots.AskedAt, AskedAt(context));
        return ValueTask.CompletedTask;
    }

    private static DateTimeOffset AskedAt(FlowContext context)
    {
        if (context.GetOr(PersonSlots.Timestamp, null) is not { } seconds)
        {
            return context.Now;
        }

        return seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new InvalidRequestException("timestamp", $"timestamp is {seconds}; give seconds since 1970.");
    }
}
