using System.Globalization;
using Remanence.Evaluation.Statistics;

namespace Remanence.Evaluation.PassK;

/// <summary>Reports as plain text, and as lines of comma-separated values.</summary>
internal static class PassKReportWriter
{
    public static void Write(TextWriter writer, IReadOnlyList<PassKReport> reports)
    {
        var separator = string.Empty;
        foreach (var report in reports)
        {
            writer.Write(separator);
            writer.WriteLine($"{report.File}{(report.Experiment.Length > 0 ? $": {report.Experiment}" : string.Empty)}");
            writer.WriteLine($"{report.Tasks} tasks, {report.Runs} runs{Uneven(report.UnevenTasks)}");
            WriteTable(writer, report.At);
            separator = Environment.NewLine;
        }

        writer.WriteLine();
        writer.WriteLine(Methods);
    }

    /// <summary>What the intervals are.</summary>
    public const string Methods =
        "[ ] 95 % over tasks: Wilson (w) where each task gives 0 or 1, else percentile bootstrap of 10,000 resamples (b).";

    public static void WriteTable(TextWriter writer, IReadOnlyList<PassAtK> rows)
    {
        writer.WriteLine($"{"k",4}  {"tasks",6}  {"pass@k",-24}  best@k");
        foreach (var row in rows)
        {
            writer.WriteLine($"{row.K,4}  {row.Tasks,6}  {Cell(row.Pass),-24}  {Cell(row.Best)}");
        }
    }

    /// <summary>A value with its interval in 24 characters at most.</summary>
    public static string Cell(Estimate estimate) => estimate.Low is null
        ? string.Create(CultureInfo.InvariantCulture, $"{estimate.Value:0.000}")
        : string.Create(CultureInfo.InvariantCulture, $"{estimate.Value:0.000} [{estimate.Low:0.000}, {estimate.High:0.000}] {estimate.Method![0]}");

    public static void WriteCsv(TextWriter writer, IReadOnlyList<PassKReport> reports)
    {
        writer.Write("file,experiment,k,tasks,pass,pass_low,pass_high,pass_method,best,best_low,best_high,best_method\n");
        foreach (var report in reports)
        {
            foreach (var row in report.At)
            {
                writer.Write($"{Quoted(report.File)},{Quoted(report.Experiment)},{row.K},{row.Tasks},{Columns(row.Pass)},{Columns(row.Best)}\n");
            }
        }
    }

    private static string Uneven(int tasks) =>
        tasks > 0 ? $"; {tasks} tasks have fewer runs than others and are left out where k does not divide theirs" : string.Empty;

    private static string Columns(Estimate estimate) =>
        string.Create(CultureInfo.InvariantCulture, $"{estimate.Value:R},{estimate.Low:R},{estimate.High:R},{estimate.Method}");

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
