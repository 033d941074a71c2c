using System.Globalization;
using Remanence.Diagnostics;

namespace Remanence.TaskMemory.Experience;

/// <summary>What two runs of one task did otherwise: the first step where they part, and what the worse one saw then.</summary>
internal static class Contrast
{
    private const int MaxAction = 120;
    private const int MaxSeen = 200;

    /// <summary>Null when they did the same.</summary>
    /// <param name="run">The run that is described.</param>
    /// <param name="other">The one it is compared with.</param>
    /// <param name="isBetter">Whether the run is the better one.</param>
    /// <param name="words">The language.</param>
    public static string? Describe(TaskRun run, TaskRun other, bool isBetter, ExperienceWords words)
    {
        var step = FirstDifference(run.Actions, other.Actions);
        if (step < 0)
        {
            return null;
        }

        var worse = isBetter ? other : run;
        return string.Format(
            CultureInfo.InvariantCulture,
            isBetter ? words.Better : words.Worse,
            step + 1,
            Action(run, step, words),
            Action(other, step, words),
            Seen(worse, step, words));
    }

    private static int FirstDifference(IReadOnlyList<string> actions, IReadOnlyList<string> others)
    {
        var shared = 0;
        while (shared < actions.Count && shared < others.Count && actions[shared] == others[shared])
        {
            shared++;
        }

        return shared == actions.Count && shared == others.Count ? -1 : shared;
    }

    private static string Action(TaskRun run, int step, ExperienceWords words) =>
        step < run.Steps.Count ? ShortText.OneLine(run.Steps[step].Action, MaxAction) : words.Nothing;

    private static string Seen(TaskRun run, int step, ExperienceWords words)
    {
        var seen = step < run.Steps.Count ? run.Steps[step].Observation : run.Answer;
        return seen.Length == 0 ? words.Nothing : ShortText.OneLine(seen, MaxSeen);
    }
}
