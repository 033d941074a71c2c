using System.CommandLine;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Options;
using Remanence.Cli.Output;
using Remanence.Cli.Transfer;
using Remanence.Transfer;

namespace Remanence.Cli.Commands;

/// <summary>Writes a workspace to a file.</summary>
internal sealed class ExportCommand : CliCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "Where to; - is standard output.", DefaultValueFactory = _ => FileNames.Standard };
    private readonly Option<string> _workspace = new("--workspace", "-w")
    {
        Description = "The workspace.",
        HelpName = "NAME",
        DefaultValueFactory = _ => ScopeOptions.DefaultWorkspace,
    };

    public ExportCommand(CliContext context)
        : base(
            context,
            "export",
            "Write everything in a workspace to a file, losslessly, one JSON record a line.",
            "remanence export backup.jsonl --workspace work",
            "remanence export --url http://127.0.0.1:8002 | gzip > backup.jsonl.gz")
    {
        Arguments.Add(_file);
        Options.Add(_workspace);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var workspace = run.Parse.GetRequiredValue(_workspace);
        var file = run.Parse.GetRequiredValue(_file);
        await using var connection = await run.ConnectAsync(cancellationToken);
        var records = connection.Require<IMemoryTransfer>().ExportAsync(workspace, cancellationToken);
        if (file == FileNames.Standard)
        {
            await using var output = run.Console.OpenOutput();
            await ExportWriter.WriteAsync(records, output, cancellationToken);
            return ExitCodes.Ok;
        }

        var counts = await ExportWriter.WriteFileAsync(records, file, cancellationToken);
        if (run.Output.IsJson)
        {
            run.Output.Json(new ExportSummary(workspace, file, counts.Records, counts.Memories), CliJson.Default.ExportSummary);
        }
        else
        {
            run.Output.Line($"exported {counts.Memories} memories of workspace {workspace} to {file}");
        }

        return ExitCodes.Ok;
    }
}
