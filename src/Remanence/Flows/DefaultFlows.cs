using Remanence.PersonalMemory;
using Remanence.PersonalMemory.Consolidation;
using Remanence.PersonalMemory.Operators;
using Remanence.TaskMemory;

namespace Remanence.Flows;

/// <summary>The flows that come with Remanence. One of the same name in a configuration takes its place.</summary>
public static class DefaultFlows
{
    /// <summary>Flows that work with a chat model and without.</summary>
    public static IReadOnlyList<FlowDefinition> Always => TaskFlows.Definitions;

    /// <summary>Flows that need a chat model; there are none of them where none is configured.</summary>
    public static IReadOnlyList<FlowDefinition> WithChat { get; } =
    [
        new()
        {
            Name = ConsolidateHandler.Flow,
            Expression = GetObservation.Name,
            Internal = true,
            Description = "Finds in new messages what is worth remembering about people. Run in the background over messages that were memorised with infer.",
            Inputs = [new() { Name = ObservationSlots.Conversation.Name, Type = "array", Description = "The messages, with the places where they are stored." }],
        },
    ];
}
