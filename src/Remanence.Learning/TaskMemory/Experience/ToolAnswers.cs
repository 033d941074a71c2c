using Remanence.TaskMemory.Trajectories;

namespace Remanence.TaskMemory.Experience;

/// <summary>What the calls of one message were answered: by the message that names the call, else by the one at its place.</summary>
internal sealed class ToolAnswers
{
    private readonly IReadOnlyList<TrajectoryMessage> _messages;
    private readonly Dictionary<string, TrajectoryMessage> _byCall = new(StringComparer.Ordinal);

    /// <param name="messages">The messages between this one of the agent and its next.</param>
    public ToolAnswers(IEnumerable<TrajectoryMessage> messages)
    {
        _messages = [.. messages];
        foreach (var message in _messages)
        {
            _byCall.TryAdd(message.ToolCallId, message);
        }
    }

    /// <summary>The answer; empty when there is none.</summary>
    public string To(ToolCall call, int order)
    {
        var answer = call.Id.Length > 0 ? _byCall.GetValueOrDefault(call.Id) : null;
        return (answer ?? (order < _messages.Count ? _messages[order] : null))?.Content ?? "";
    }
}
