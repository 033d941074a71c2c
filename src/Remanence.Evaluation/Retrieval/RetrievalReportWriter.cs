using System.Globalization;

namespace Remanence.Evaluation.Retrieval;

/// <summary>Reports as tables of plain text, the same on a terminal and in a file.</summary>
public static class RetrievalReportWriter
{
    /// <summary>Writes one run: messages and sessions, overall and by category.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="report">The run.</param>
    public static void Write(TextWriter writer, RetrievalReport report)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        WriteHead(writer, report);
        CategoryScores[] rows = [report.Overall, .. report.Categories];
        WriteTable(writer, "turns", rows.Select(row => (row.Category, row.Questions, row.Turns)));
        WriteTable(writer, "sessions", rows.Select(row => (row.Category, row.Questions, row.Sessions)));
        WriteSpeed(writer, report);
    }

    /// <summary>Writes several runs over one data set, a line each.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="reports">The runs.</param>
    public static void WriteComparison(TextWriter writer, IReadOnlyList<RetrievalReport> reports)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(reports);
        WriteHead(writer, reports[0]);
        WriteTable(writer, "turns", reports.Select(report => (report.Variant, report.Questions, report.Overall.Turns)));
        WriteTable(writer, "sessions", reports.Select(report => (report.Variant, report.Questions, report.Overall.Sessions)));
        WriteSpeed(writer, reports[0]);
    }

    private static void WriteHead(TextWriter writer, RetrievalReport report)
    {
        writer.WriteLine(
            $"{report.Dataset}: {report.Conversations} conversations, {report.Messages} messages, {report.Questions} questions"
            + $" ({report.Skipped} skipped without evidence, {report.UnknownEvidence} unknown evidence ids), top {report.TopK}"
            + (report.WithSessions ? string.Empty : ", without session ids"));
    }

    private static void WriteSpeed(TextWriter writer, RetrievalReport report)
    {
        writer.WriteLine();
        writer.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"query p50 {report.LatencyMs.P50:0.0} ms, p95 {report.LatencyMs.P95:0.0} ms, max {report.LatencyMs.Max:0.0} ms; ingest "
                + $"{report.IngestPerSecond:0} messages/s"));
    }

    private static void WriteTable(TextWriter writer, string title, IEnumerable<(string Name, int Questions, IReadOnlyList<MetricScores> Scores)> rows)
    {
        (string Name, int Questions, IReadOnlyList<MetricScores> Scores)[] all = [.. rows];
        var width = Math.Max(title.Length, all.Max(row => row.Name.Length));
        var heads = MetricScores.CutOffs.SelectMany(k => new[] { $"any@{k}", $"rec@{k}", $"ndcg@{k}" });
        writer.WriteLine();
        writer.WriteLine($"{title.PadRight(width)}  {"n",5}  {string.Join("  ", heads.Select(head => head.PadLeft(7)))}");
        foreach (var (name, questions, scores) in all)
        {
            var cells = scores.SelectMany(score => new[] { score.Any, score.Recall, score.Ndcg });
            writer.WriteLine(
                $"{name.PadRight(width)}  {questions,5}  "
                + $"{string.Join("  ", cells.Select(cell => cell.ToString("0.000", CultureInfo.InvariantCulture).PadLeft(7)))}");
        }
    }
}
