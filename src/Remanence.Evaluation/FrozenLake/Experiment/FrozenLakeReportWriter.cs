using System.Globalization;
using Remanence.Evaluation.PassK;

namespace Remanence.Evaluation.FrozenLake.Experiment;

/// <summary>Reports as plain text.</summary>
internal static class FrozenLakeReportWriter
{
    public static void Write(TextWriter writer, FrozenLakeReport report)
    {
        var ice = report.IsSlippery ? "slippery" : "not slippery";
        writer.WriteLine($"{report.Experiment}: FrozenLake {report.MapSize}x{report.MapSize}, {ice}, seed {report.Seed}");
        writer.WriteLine($"player: {report.PlayerDescription}");
        if (report.Phases.Any(phase => phase.Phase != LakePhase.TestNoMemory.Name()))
        {
            writer.WriteLine($"memory: workspace {report.Workspace} at {report.Url}; trained on {report.TrainedOn}, {report.SharedMaps} test maps among them");
        }

        if (report.MemoriesMade is { } made)
        {
            writer.WriteLine($"        {made} memories made of the training runs");
        }

        foreach (var phase in report.Phases)
        {
            writer.WriteLine();
            var recalled = phase.RunsWithMemory is { } runs ? $", memory returned something for {runs}" : string.Empty;
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{phase.Phase}: {phase.Solved} of {phase.Runs} runs on {phase.Maps} maps solved, {phase.MeanSteps:0.0} moves a run{recalled}"));
            PassKReportWriter.WriteTable(writer, phase.At);
        }

        writer.WriteLine();
        if (report.Difference is { } difference)
        {
            writer.WriteLine($"difference with memory, paired by map: {PassKReportWriter.Cell(difference)}");
        }

        if (report is { SharedMaps: > 0, DifferenceOnNewMaps: { } unseen })
        {
            writer.WriteLine($"the same, on test maps that are no training maps: {PassKReportWriter.Cell(unseen)}");
        }

        writer.WriteLine(PassKReportWriter.Methods);
    }
}
