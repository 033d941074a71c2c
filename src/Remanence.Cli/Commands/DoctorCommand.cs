using Remanence.Cli.Doctor;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Output;
using Remanence.Cli.Terminal;
using Spectre.Console;

namespace Remanence.Cli.Commands;

/// <summary>Checks that everything works here.</summary>
internal sealed class DoctorCommand : CliCommand
{
    public DoctorCommand(CliContext context)
        : base(
            context,
            "doctor",
            "Check the data folder, the store, the index, the embedder and the port, or a server, and say what to do about what is wrong.",
            "remanence doctor",
            "remanence doctor data.path=/var/lib/remanence --json",
            "remanence doctor --url http://127.0.0.1:8002")
    {
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var checks = run.Url is { } url
            ? ServerChecks.RunAsync(url, run.Time, cancellationToken)
            : LocalChecks.RunAsync(run.LoadSettings(), run.Time, cancellationToken);
        var results = new List<CheckResult>();
        await foreach (var result in checks)
        {
            results.Add(result);
            if (!run.Output.IsJson)
            {
                Print(run.Output.Text, result);
            }
        }

        var worst = results.Max(result => result.Outcome);
        if (run.Output.IsJson)
        {
            run.Output.Json(new DoctorReport(worst, results), CliJson.Default.DoctorReport);
        }

        return worst == CheckOutcome.Fail ? ExitCodes.Failed : ExitCodes.Ok;
    }

    private static void Print(IAnsiConsole console, CheckResult result)
    {
        var mark = result.Outcome switch
        {
            CheckOutcome.Ok => "[green]ok  [/]",
            CheckOutcome.Warn => "[yellow]warn[/]",
            _ => "[red]fail[/]",
        };
        console.MarkupLine($"{mark}  {result.Name,-10}  {Markup.Escape(TerminalText.Line(result.Finding))}");
        if (result.Remedy is { } remedy)
        {
            console.MarkupLine($"{new string(' ', 18)}{Markup.Escape(TerminalText.Line(remedy))}");
        }
    }
}
