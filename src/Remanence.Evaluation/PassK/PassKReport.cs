namespace Remanence.Evaluation.PassK;

/// <summary>What one experiment reached.</summary>
/// <param name="File">The result file.</param>
/// <param name="Experiment">The experiment's name in it; empty where rows carry none.</param>
/// <param name="Tasks">Tasks in it.</param>
/// <param name="Runs">Runs in it.</param>
/// <param name="UnevenTasks">Tasks that have fewer runs than others and so do not count for every k.</param>
/// <param name="At">By k, ascending.</param>
internal sealed record PassKReport(string File, string Experiment, int Tasks, int Runs, int UnevenTasks, IReadOnlyList<PassAtK> At)
{
    public static PassKReport Of(RunSeries series)
    {
        int[] counts = [.. series.Runs.CountBy(run => run.Task, StringComparer.Ordinal).Select(task => task.Value)];
        var most = counts.DefaultIfEmpty().Max();
        return new PassKReport(series.File, series.Experiment, counts.Length, series.Runs.Count, counts.Count(count => count < most), PassAtK.All(series.Runs));
    }
}
