using System.CommandLine;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Output;
using Remanence.Sqlite.Repair;

namespace Remanence.Cli.Commands;

/// <summary>Brings out of a damaged store what can be read.</summary>
internal sealed class RepairCommand : CliCommand
{
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only tell what would come of it." };

    public RepairCommand(CliContext context)
        : base(
            context,
            "repair",
            "Bring all that can be read out of a damaged store into a new file, which takes its place; the damaged one is kept beside it. A sound store is "
            + "not touched.",
            "remanence repair data.path=./.remanence",
            "remanence repair --dry-run --json")
    {
        Options.Add(_dryRun);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var settings = run.LoadSettings();
        if (run.Url is not null)
        {
            throw new UsageException("repair works on a folder (data.path=DIR) that no server uses; leave out --url.");
        }

        var dryRun = run.Parse.GetValue(_dryRun);
        var report = await Task.Run(() => SqliteRepair.Run(settings.StoreFile, dryRun, run.Time, cancellationToken), cancellationToken);
        if (run.Output.IsJson)
        {
            run.Output.Json(report, CliJson.Default.SqliteRepairReport);
        }
        else
        {
            foreach (var line in RepairLines.Of(report))
            {
                run.Output.Line(line);
            }
        }

        if (report.Outcome != SqliteRepairOutcome.Partial)
        {
            return ExitCodes.Ok;
        }

        await run.Console.Error.WriteLineAsync($"remanence: {RepairLines.Loss(report)}");
        return ExitCodes.Lossy;
    }
}
