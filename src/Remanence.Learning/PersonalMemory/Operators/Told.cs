using Remanence.Editing;
using Remanence.Flows;
using Remanence.Messages;
using Remanence.TaskMemory.Trajectories;

namespace Remanence.PersonalMemory.Operators;

/// <summary>The messages that an operator reads: those an earlier step kept, those of the call, or those of ReMe's trajectories.</summary>
internal static class Told
{
    /// <summary>What an operator that calls <see cref="Read"/> declares as optional.</summary>
    public static IReadOnlyList<Flows.Slots.Slot> Slots { get; } = [PersonSlots.Kept, ObservationSlots.Conversation, PersonSlots.SaidKeys, PersonSlots.Trajectories, PersonSlots.UserName];

    public static IReadOnlyList<StoredMessage> Read(FlowContext context)
    {
        if (context.TryGet(PersonSlots.Kept, out var kept))
        {
            return kept;
        }

        var told = context.TryGet(ObservationSlots.Conversation, out var conversation) ? conversation : Sent(context);
        return [.. told.Where(stored => MemoryAccess.MayLearnFrom(stored.Message.Content))];
    }

    /// <summary>Whom memories are about, where the caller says so.</summary>
    public static string? Person(FlowContext context) =>
        context.TryGet(PersonSlots.UserName, out var name) && !string.IsNullOrWhiteSpace(name) && name != "user" ? name.Trim() : null;

    // Not stored anywhere: these messages have no resource, and what is found in them no source but its words.
    private static StoredMessage[] Sent(FlowContext context)
    {
        if (!context.TryGet(PersonSlots.Trajectories, out var json))
        {
            return [];
        }

        var messages = TrajectoryReader.Read(json).SelectMany(run => run.Messages).Where(message => message.Role == "user" && !string.IsNullOrWhiteSpace(message.Content));
        return [.. messages.Select((message, i) => new StoredMessage
        {
            ResourceId = string.Empty,
            Position = i,
            Message = new Message { Role = message.Role, Name = message.Name, Content = message.Content, Time = message.Time },
        })];
    }
}
