using Remanence.Flows;
using Remanence.PersonalMemory.Work;
using Remanence.TaskMemory;

namespace Remanence;

/// <summary>The flows that come with Remanence. One of the same name in a configuration takes its place.</summary>
public static class DefaultFlows
{
    /// <summary>All of them; they work with a chat model and without.</summary>
    public static IReadOnlyList<FlowDefinition> All { get; } = [.. TaskFlows.Definitions, .. PersonFlows.Definitions];
}
