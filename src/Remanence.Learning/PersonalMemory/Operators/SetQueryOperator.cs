using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Flows.Slots;
using Remanence.Operators;

namespace Remanence.PersonalMemory.Operators;

/// <summary><c>set_query</c>: what is asked, and when.</summary>
internal sealed class SetQueryOperator(OperatorSetup setup) : MemoryOperator(setup)
{
    public static readonly OperatorParameter<long?> Timestamp = OperatorParameter.OptionalWholeNumber(
        "timestamp", Earliest, Latest, "The moment of asking, in seconds since 1970, where the call names none; the present without.");

    private const long Earliest = -62_135_596_800;
    private const long Latest = 253_402_300_799;

    private readonly long? _timestamp = setup.Get(Timestamp);

    public override OperatorSlots Slots { get; } =
        new() { Optional = [BaseSlots.Query, PersonSlots.Timestamp], Writes = [PersonSlots.Question, PersonSlots.AskedAt] };

    public override ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        context.Set(PersonSlots.Question, context.GetOr(BaseSlots.Query, string.Empty).Trim());
        context.Set(PersonSlots.AskedAt, AskedAt(context));
        return ValueTask.CompletedTask;
    }

    private DateTimeOffset AskedAt(FlowContext context) => (context.GetOr(PersonSlots.Timestamp, null) ?? _timestamp) switch
    {
        null => context.Now,
        >= Earliest and <= Latest and { } seconds => DateTimeOffset.FromUnixTimeSeconds(seconds),
        { } seconds => throw new InvalidRequestException("timestamp", $"timestamp is {seconds}; give seconds since 1970."),
    };
}
