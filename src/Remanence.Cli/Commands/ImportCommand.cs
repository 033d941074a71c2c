using System.CommandLine;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Output;
using Remanence.Cli.Terminal;
using Remanence.Cli.Transfer;
using Remanence.Transfer;

namespace Remanence.Cli.Commands;

/// <summary>Brings an export into a workspace.</summary>
internal sealed class ImportCommand : CliCommand
{
    private readonly Argument<string> _file = new("FILE")
    {
        Description = "What \"export\" wrote; - is standard input.",
        DefaultValueFactory = _ => FileNames.Standard,
    };
    private readonly Option<string?> _workspace = new("--workspace", "-w")
    {
        Description = "The workspace to fill (default: the one exported).",
        HelpName = "NAME",
    };

    private readonly Option<string?> _reme = new("--reme")
    {
        Description = "Take over the files of ReMe's local store, or its libraries, in this folder: NAME.jsonl fills the workspace NAME.",
        HelpName = "DIR",
    };

    public ImportCommand(CliContext context)
        : base(
            context,
            "import",
            "Bring an export into a workspace. What exists there already is skipped, so an import that was cut off can be repeated.",
            "remanence import backup.jsonl",
            "gunzip -c backup.jsonl.gz | remanence import --workspace copy",
            "remanence import --reme ./local_vector_store")
    {
        Arguments.Add(_file);
        Options.Add(_workspace);
        Options.Add(_reme);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        if (run.Parse.GetValue(_reme) is { } folder)
        {
            return run.Parse.GetValue(_workspace) is null && run.Parse.GetResult(_file) is not { Tokens.Count: > 0 }
                ? await ReMeImport.RunAsync(run, folder, cancellationToken)
                : throw new UsageException("--reme takes a folder whose files name their workspaces; leave out FILE and --workspace.");
        }

        await using var file = await ImportFile.OpenAsync(run.Parse.GetRequiredValue(_file), run.Console, cancellationToken);

        // The whole file is read before anything is stored: a broken line at its end must not leave half of it behind.
        var header = await file.CheckAsync(cancellationToken);
        var workspace = run.Parse.GetValue(_workspace) ?? header.Workspace;
        await using var connection = await run.ConnectToStoreAsync(cancellationToken);
        var result = await WorkProgress.RunAsync(
            run.Output,
            run.Console,
            "import",
            progress => connection.Require<IMemoryTransfer>().ImportAsync(workspace, file.ReadAsync(progress, cancellationToken), cancellationToken));
        if (run.Output.IsJson)
        {
            run.Output.Json(result, CliJson.Contracts.ImportResult);
        }
        else
        {
            run.Output.Line(
                $"imported {result.Memories} memories into workspace {workspace} ({SkippedMemories.Of(result)}),"
                + $" {result.Messages} messages, {result.Resources} resources, {result.Categories} categories, {result.History} history entries");
        }

        return ExitCodes.Ok;
    }
}
