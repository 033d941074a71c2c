using Remanence.Diagnostics;
using Remanence.TaskMemory.Trajectories;

namespace Remanence.TaskMemory.Experience;

/// <summary>A trajectory, read for what experience is made of.</summary>
internal sealed class TaskRun
{
    private const int MaxAnswer = 200;

    public TaskRun(Trajectory trajectory, double successThreshold, int occurrence)
    {
        Trajectory = trajectory;
        Request = trajectory.Request.Trim();
        Steps = ActionReader.Read(trajectory.Messages);
        Outcome = trajectory.Score is not { } score ? Outcome.Unknown : score >= successThreshold ? Outcome.Success : Outcome.Failure;
        Answer = ShortText.OneLine(trajectory.Messages.LastOrDefault(message => message.IsAssistant && message.Content.Length > 0)?.Content ?? "", MaxAnswer);
        Fingerprint = FingerprintOf(trajectory, occurrence);
    }

    public Trajectory Trajectory { get; }

    /// <summary>What was asked, line breaks kept.</summary>
    public string Request { get; }

    public IReadOnlyList<ActionStep> Steps { get; }

    public Outcome Outcome { get; }

    /// <summary>The last thing that the agent said.</summary>
    public string Answer { get; }

    /// <summary>Equal for the same run sent again; runs that are alike in one request differ.</summary>
    public string Fingerprint { get; }

    public IReadOnlyList<string> Actions => [.. Steps.Select(step => step.Action)];

    public IReadOnlyList<string> Tools => [.. Steps.Select(step => step.Tool).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Which runs are attempts at one task: those of one task id, else those of one request.</summary>
    public string Group => Trajectory.TaskId.Length > 0 ? "task\0" + Trajectory.TaskId : "request\0" + ShortText.OneLine(Request, int.MaxValue - 1);

    /// <summary>Whether nothing was asked; what was done for nothing teaches nothing.</summary>
    public bool IsEmpty => Request.Length == 0;

    private static string FingerprintOf(Trajectory trajectory, int occurrence)
    {
        var parts = new List<string?> { trajectory.TaskId, trajectory.Query, trajectory.Score?.ToString("R"), occurrence.ToString() };
        foreach (var message in trajectory.Messages)
        {
            parts.AddRange([message.Role, message.Content, message.ToolCallId]);
            parts.AddRange(message.ToolCalls.SelectMany(call => (string[])[call.Name, call.Arguments]));
        }

        return Identifiers.From([.. parts])[..16];
    }
}
