using System.Text;
using Remanence.Diagnostics;
using Remanence.Messages;
using Remanence.Models.Prompts;
using Remanence.TaskMemory.Trajectories;

namespace Remanence.TaskMemory.Lessons;

/// <summary>
/// Runs as text for prompts, in parts that a model can read at once. What the system says is left out; calls of tools are lines of their message.
/// </summary>
internal static class RunTranscript
{
    /// <summary>The parts: those of the run, where it has some, each cut where it is too long.</summary>
    /// <param name="trajectory">The run.</param>
    /// <param name="maxTokens">The most that a part may come to.</param>
    public static IReadOnlyList<string> Parts(Trajectory trajectory, int maxTokens) =>
        [.. (trajectory.Segments ?? [trajectory.Messages]).SelectMany(segment => Parts(segment, maxTokens))];

    /// <summary>A run in one text, its middle left out where it is too long.</summary>
    public static string Whole(Trajectory trajectory, int maxTokens)
    {
        var parts = Parts(trajectory.Messages, Math.Max(maxTokens / 2, 100));
        return parts.Count <= 2 ? string.Join('\n', parts) : $"{parts[0]}\n[…]\n{parts[^1]}";
    }

    /// <summary>The last messages, short.</summary>
    public static string Last(IReadOnlyList<Message> messages, int count, int maxLength) => string.Join(
        '\n',
        messages.Skip(Math.Max(messages.Count - count, 0)).Where(message => !string.IsNullOrWhiteSpace(message.Content))
            .Select(message => $"{message.Role}: {ShortText.Cut(message.Content, maxLength)}"));

    /// <summary>The messages that prompts show, calls of tools as text.</summary>
    public static List<Message> Shown(IReadOnlyList<TrajectoryMessage> messages) =>
        [
            .. messages
                .Where(message => !message.IsSystem)
                .Select(message => new Message
                {
                    Role = message.Role,
                    Name = message.Name,
                    Content = Text(message),
                    Time = message.Time,
                }),
        ];

    private static List<string> Parts(IReadOnlyList<TrajectoryMessage> messages, int maxTokens)
    {
        var shown = Shown(messages);
        return [.. Transcript.Segment(shown, maxTokens).Select(segment => Transcript.Render(shown, segment))];
    }

    private static string Text(TrajectoryMessage message)
    {
        var text = new StringBuilder(message.Reasoning);
        Append(message.Content);
        foreach (var call in message.ToolCalls)
        {
            Append($"{call.Name}({call.Arguments})");
        }

        return text.ToString();

        void Append(string more) => text.Append(text.Length > 0 && more.Length > 0 ? "\n" : "").Append(more);
    }
}
