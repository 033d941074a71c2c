using System.Globalization;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Ingest.Times;
using Remanence.Models.Prompts;
using Remanence.Operators;

namespace Remanence.PersonalMemory.Operators;

/// <summary>
/// <c>read_message</c>: the newest messages that were not consolidated yet, as lines of text, oldest first: what is still only said and not known.
/// </summary>
internal sealed class ReadMessageOperator(OperatorSetup setup) : MemoryOperator(setup)
{
    public static readonly OperatorParameter<int> MaxCount = OperatorParameter.WholeNumber(
        "contextual_msg_max_count",
        10,
        1,
        1_000,
        "The newest so many conversations are read.");

    private readonly int _maxCount = setup.Get(MaxCount);

    public override OperatorSlots Slots { get; } = OperatorSlots.None;

    public override async ValueTask ExecuteAsync(FlowContext context, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (
            var resource in (await Memories.ConversationsAsync(context.Scope, cancellationToken))
                .Where(resource => !ConsolidationMark.IsOn(resource))
                .TakeLast(_maxCount))
        {
            var messages = await Memories
                .MessagesAsync(context.Scope, resource.Id, cancellationToken)
                .Select(stored => stored.Message)
                .ToListAsync(cancellationToken);
            lines.AddRange(
                messages.Zip(
                    SaidTimes.Of(messages, resource.RecordedAt),
                    (message, said) =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"[{said:yyyy-MM-dd HH:mm}] {InertText.Line(message.Name ?? message.Role)}: {InertText.Of(message.Content)}")));
        }

        context.Response.Answer = string.Join('\n', lines);
    }
}
