using System.Globalization;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Operators;

namespace Remanence.PersonalMemory.Operators;

/// <summary><c>read_message</c>: the newest messages that were not consolidated yet, as lines of text, oldest first: what is still only said and not known.</summary>
internal sealed class ReadMessageOperator(OperatorSetup setup) : MemoryOperator(setup)
{
    public static readonly OperatorParameter<int> MaxCount = OperatorParameter.WholeNumber("contextual_msg_max_count", 10, 1, 1_000, "The newest so many conversations are read.");

    private readonly int _maxCount = setup.Get(MaxCount);

    public override OperatorSlots Slots { get; } = OperatorSlots.None;

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var resource in (await Memories.ConversationsAsync(context.Scope, cancellationToken)).Where(resource => !ConsolidationMark.IsOn(resource)).TakeLast(_maxCount))
        {
            await foreach (var stored in Memories.MessagesAsync(context.Scope, resource.Id, cancellationToken))
            {
                var said = stored.Message.Time ?? resource.RecordedAt;
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"[{said:yyyy-MM-dd HH:mm}] {stored.Message.Name ?? stored.Message.Role}: {stored.Message.Content}"));
            }
        }

        context.Response.Answer = string.Join('\n', lines);
    }
}
