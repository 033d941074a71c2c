using Remanence.Editing;
using Remanence.Flows;
using Remanence.Messages;
using Remanence.PersonalMemory.Facts;
using Remanence.TaskMemory.Trajectories;

namespace Remanence.PersonalMemory.Operators;

/// <summary>The messages that an operator reads: those an earlier step kept, those of the call, or those of ReMe's trajectories.</summary>
internal static class MessageInput
{
    /// <summary>What an operator that calls <see cref="Read"/> declares as optional.</summary>
    public static IReadOnlyList<Flows.Slots.Slot> Slots { get; } =
    [
        PersonSlots.Kept, ObservationSlots.Conversation, PersonSlots.SaidKeys, PersonSlots.Trajectories, PersonSlots.Sent, PersonSlots.UserName,
    ];

    public static IReadOnlyList<StoredMessage> Read(FlowContext context)
    {
        if (context.TryGet(PersonSlots.Kept, out var kept))
        {
            return kept;
        }

        return [.. Said(context).Select(said => said.Stored).Where(stored => MemoryAccess.MayLearnFrom(stored.Message.Content))];
    }

    /// <summary>All messages that the call gave, with what is known of each.</summary>
    public static IReadOnlyList<SaidMessage> Said(FlowContext context)
    {
        if (!context.TryGet(ObservationSlots.Conversation, out var conversation))
        {
            return Sent(context);
        }

        return context.TryGet(PersonSlots.SaidKeys, out var known)
            ? [.. conversation.Select(stored => known[(stored.ResourceId, stored.Position)])]
            : SaidMessage.Of(conversation, context.Now);
    }

    /// <summary>Whom memories are about, where the caller says so.</summary>
    public static string? Person(FlowContext context) =>
        context.TryGet(PersonSlots.UserName, out var name) && !string.IsNullOrWhiteSpace(name) && name != "user" ? name.Trim() : null;

    // Not stored anywhere: these messages have no resource, and what is found in them no source but its words.
    private static IReadOnlyList<SaidMessage> Sent(FlowContext context)
    {
        var said = new List<SaidMessage>();
        var position = 0;
        foreach (var run in Runs(context))
        {
            said.AddRange(SaidMessage.Of([.. run.Select(message => new StoredMessage
            {
                ResourceId = string.Empty,
                Position = position++,
                Message = new Message { Role = message.Role, Name = message.Name, Content = message.Content, Time = message.Time },
            })], context.Now));
        }

        return [.. said.Where(message => message.Stored.Message is { Role: "user" } user && !string.IsNullOrWhiteSpace(user.Content))];
    }

    private static IReadOnlyList<IReadOnlyList<TrajectoryMessage>> Runs(FlowContext context) =>
        context.TryGet(PersonSlots.Trajectories, out var json) && TrajectoryReader.Read(json) is { Count: > 0 } runs ? [.. runs.Select(run => run.Messages)]
        : context.TryGet(PersonSlots.Sent, out var messages) ? [TrajectoryReader.ReadMessages(messages, PersonSlots.Sent.Name)]
        : [];
}
