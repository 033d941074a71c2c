using Remanence.Flows.Slots;
using Remanence.Memories;
using Remanence.Messages;

namespace Remanence.PersonalMemory;

/// <summary>What the operators of personal memory hand to each other.</summary>
public static class ObservationSlots
{
    /// <summary>The new messages with the places where they are stored, oldest first.</summary>
    public static readonly Slot<IReadOnlyList<StoredMessage>> Conversation = new("conversation");

    /// <summary>What was found in them, not yet stored.</summary>
    public static readonly Slot<IReadOnlyList<Memory>> Observations = new("observations");
}
