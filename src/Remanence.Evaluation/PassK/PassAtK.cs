using Remanence.Evaluation.Statistics;

namespace Remanence.Evaluation.PassK;

/// <summary>What k tries reach.</summary>
/// <param name="K">Runs in a group.</param>
/// <param name="Tasks">Tasks that count: those whose number of runs k divides.</param>
/// <param name="Pass">The share of groups with a solved run, averaged over tasks.</param>
/// <param name="Best">The best reward of a group, averaged over groups and then tasks.</param>
internal sealed record PassAtK(int K, int Tasks, Estimate Pass, Estimate Best)
{
    /// <summary>A reward from which on a run counts as solved.</summary>
    public const double Solved = 1.0;

    /// <summary>For every divisor k of the largest number of runs that a task has: the task's runs, in order, are cut into groups of k.</summary>
    public static IReadOnlyList<PassAtK> All(IEnumerable<RunResult> runs)
    {
        double[][] tasks = [.. runs.GroupBy(run => run.Task, StringComparer.Ordinal).Select(task => task.Select(run => run.Reward).ToArray())];
        var most = tasks.Select(task => task.Length).DefaultIfEmpty().Max();
        return [.. Enumerable.Range(1, most).Where(k => most % k == 0).Select(k => At(k, tasks))];
    }

    private static PassAtK At(int k, double[][] tasks)
    {
        double[][] bests = [.. tasks.Where(task => task.Length % k == 0).Select(task => task.Chunk(k).Select(group => group.Max()).ToArray())];
        return new PassAtK(
            k,
            bests.Length,
            Estimate.Of([.. bests.Select(task => task.Average(best => best >= Solved ? 1.0 : 0.0))]),
            Estimate.Of([.. bests.Select(task => task.Average())]));
    }
}
