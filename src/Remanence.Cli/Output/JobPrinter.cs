using System.Globalization;
using Remanence.Cli.Terminal;
using Remanence.Jobs;
using Spectre.Console;

namespace Remanence.Cli.Output;

/// <summary>Prints jobs for people.</summary>
internal static class JobPrinter
{
    private const int StateWidth = 9;

    public static void Line(IAnsiConsole console, Job job)
    {
        var state = job.State.ToString().ToLowerInvariant().PadRight(StateWidth);
        var colour = job.State switch
        {
            JobState.Dead => "red",
            JobState.Retrying => "yellow",
            JobState.Succeeded => "green",
            _ => "default",
        };
        var rest = job.State == JobState.Running
            ? job.Progress.ToString("P0", CultureInfo.InvariantCulture)
            : job.Error is { } error ? TerminalText.Line(error) : string.Empty;
        console.MarkupLine(
            $"[{colour}]{state}[/] {Markup.Escape(TerminalText.Line(job.Id))}  {Markup.Escape(TerminalText.Line(job.Kind))}  "
            + $"[grey]{MemoryPrinter.Time(job.RecordedAt)}  attempt {job.Attempts}[/]  {Markup.Escape(rest)}".TrimEnd());
    }
}
