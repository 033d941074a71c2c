using System.Globalization;

namespace Remanence.Evaluation.Facts;

/// <summary>Reports as tables of plain text.</summary>
internal static class FactsReportWriter
{
    private const int Topic = 20;

    public static void Write(TextWriter writer, IReadOnlyList<FactsReport> reports)
    {
        foreach (var report in reports)
        {
            writer.WriteLine($"{report.File}, {report.Language}: {report.Overall.Statements} statements, {report.Overall.Silent} texts that state nothing");
            writer.WriteLine($"{"topic",-Topic}  {"texts",5}  {"facts",5}  {"wrong",5}  {"precision",9}  {"recall",6}");
            foreach (var score in report.Topics)
            {
                WriteRow(writer, score);
            }

            WriteRow(writer, report.Overall);
            writer.WriteLine();
        }

        var right = reports.Sum(report => report.Overall.Right);
        var wrong = reports.Sum(report => report.Overall.Wrong);
        var found = reports.Sum(report => report.Overall.Found);
        var statements = reports.Sum(report => report.Overall.Statements);
        var kept = reports.Sum(report => report.Overall.Kept);
        var silent = reports.Sum(report => report.Overall.Silent);
        writer.WriteLine(
            $"overall: precision {Share(right + wrong == 0 ? null : (double)right / (right + wrong))}, recall "
            + $"{Share(statements == 0 ? null : (double)found / statements)}; "
            + $"nothing was made of {kept} of {silent} texts that state nothing");
    }

    private static void WriteRow(TextWriter writer, FactsScore score) =>
        writer.WriteLine(
            $"{score.Topic,-Topic}  {score.Statements + score.Silent,5}  {score.Right + score.Wrong,5}  {score.Wrong,5}  {Share(score.Precision),9}  "
            + $"{Share(score.Recall),6}");

    private static string Share(double? share) => share is { } value ? value.ToString("0.000", CultureInfo.InvariantCulture) : "-";
}
