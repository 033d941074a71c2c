using System.CommandLine;
using Remanence.Cli.Output;
using Remanence.Cli.Terminal;
using Remanence.Cli.Transfer;

namespace Remanence.Cli.Commands;

/// <summary>Brings an export into a workspace.</summary>
internal sealed class ImportCommand : CliCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "What \"export\" wrote; - is standard input.", DefaultValueFactory = _ => FileNames.Standard };
    private readonly Option<string?> _workspace = new("--workspace", "-w") { Description = "The workspace to fill (default: the one exported).", HelpName = "NAME" };

    public ImportCommand(CliContext context)
        : base(
            context,
            "import",
            "Bring an export into a workspace. What exists there already is skipped, so an import that was cut off can be repeated.",
            "remanence import backup.jsonl",
            "gunzip -c backup.jsonl.gz | remanence import --workspace copy")
    {
        Arguments.Add(_file);
        Options.Add(_workspace);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var file = await ImportFile.OpenAsync(run.Parse.GetRequiredValue(_file), run.Console, cancellationToken);

        // The whole file is read before anything is stored: a broken line at its end must not leave half of it behind.
        var header = await file.CheckAsync(cancellationToken);
        var workspace = run.Parse.GetValue(_workspace) ?? header.Workspace;
        await using var connection = await run.ConnectToStoreAsync(cancellationToken);
        var result = await WorkProgress.RunAsync(
            run.Output,
            run.Console,
            "import",
            progress => connection.Service.ImportAsync(workspace, file.ReadAsync(progress, cancellationToken), cancellationToken));
        if (run.Output.IsJson)
        {
            run.Output.Json(result, CliJson.Contracts.ImportResult);
        }
        else
        {
            run.Output.Line(
                $"imported {result.Memories} memories into workspace {workspace} ({result.Skipped} were there already),"
                + $" {result.Messages} messages, {result.Resources} resources, {result.Categories} categories, {result.History} history entries");
        }

        return ExitCodes.Ok;
    }
}
