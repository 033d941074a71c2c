using Remanence.Messages;

namespace Remanence.TaskMemory.Trajectories;

/// <summary>One step of a task run, as agents record it.</summary>
internal sealed record TrajectoryMessage
{
    /// <summary>Who speaks; <c>user</c>, <c>assistant</c>, <c>system</c>, <c>tool</c>, or what the agent calls it.</summary>
    public required string Role { get; init; }

    /// <summary>What was said; the text parts of a message in parts, other parts by their type.</summary>
    public string Content { get; init; } = "";

    /// <summary>What the model thought before it spoke.</summary>
    public string Reasoning { get; init; } = "";

    /// <summary>The tools that it called.</summary>
    public IReadOnlyList<ToolCall> ToolCalls { get; init; } = [];

    /// <summary>The call that a tool's message answers.</summary>
    public string ToolCallId { get; init; } = "";

    /// <summary>The speaker's name.</summary>
    public string? Name { get; init; }

    /// <summary>When it was said.</summary>
    public DateTimeOffset? Time { get; init; }

    public bool IsAssistant => Role == "assistant";

    public bool IsSystem => Role is "system" or "developer";

    /// <summary>The message as flows without runs know it.</summary>
    public Message ToMessage() => new() { Role = Role, Name = Name, Content = Content, Time = Time };
}
