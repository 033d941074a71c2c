using System.Text.Json;
using Remanence.Messages;

namespace Remanence.Flows.Slots;

/// <summary>What every flow takes. A call that leaves one out gives its empty value.</summary>
public static class BaseSlots
{
    /// <summary>What is asked; empty when not given.</summary>
    public static readonly Slot<string> Query = new("query");

    /// <summary>The conversation; empty when not given.</summary>
    public static readonly Slot<IReadOnlyList<Message>> Messages = new("messages");

    /// <summary>The workspace of the call's scope.</summary>
    public static readonly Slot<string> WorkspaceId = new("workspace_id");

    /// <summary>An object of the caller's own; empty when not given.</summary>
    public static readonly Slot<JsonElement> Metadata = new("metadata");
}
