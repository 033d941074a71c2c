using Remanence.TaskMemory.Trajectories;

namespace Remanence.TaskMemory.Experience;

/// <summary>The runs of a request.</summary>
internal static class TaskRuns
{
    /// <summary>Reads them; those of which nothing can be learnt are left out.</summary>
    public static IReadOnlyList<TaskRun> Read(IReadOnlyList<Trajectory> trajectories, double successThreshold)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var runs = new List<TaskRun>(trajectories.Count);
        foreach (var trajectory in trajectories)
        {
            var run = new TaskRun(trajectory, successThreshold, occurrence: 0);
            if (run.IsEmpty)
            {
                continue;
            }

            var occurrence = seen[run.Fingerprint] = seen.GetValueOrDefault(run.Fingerprint) + 1;
            runs.Add(occurrence == 1 ? run : new TaskRun(trajectory, successThreshold, occurrence - 1));
        }

        return runs;
    }

    /// <summary>The best and the worst run of each task that has both.</summary>
    public static IEnumerable<(TaskRun Best, TaskRun Worst)> Contrasts(IReadOnlyList<TaskRun> runs)
    {
        foreach (var group in runs.GroupBy(run => run.Group, StringComparer.Ordinal))
        {
            var scored = group.Where(run => run.Trajectory.Score is not null).ToList();
            if (scored.Count < 2)
            {
                continue;
            }

            var best = scored.MaxBy(run => run.Trajectory.Score)!;
            var worst = scored.MinBy(run => run.Trajectory.Score)!;
            if (best.Trajectory.Score > worst.Trajectory.Score)
            {
                yield return (best, worst);
            }
        }
    }
}
