using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Output;
using Remanence.Cli.Terminal;
using Remanence.Embeddings;
using Remanence.Services;
using Remanence.Stores;
using Spectre.Console;

namespace Remanence.Cli.Commands;

/// <summary>Lists workspaces.</summary>
internal sealed class WorkspacesCommand : CliCommand
{
    public WorkspacesCommand(CliContext context)
        : base(context, "workspaces", "List the workspaces, or drop one.", "remanence workspaces", "remanence workspaces drop scratch --yes") =>
        Subcommands.Add(new WorkspacesDropCommand(context));

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var connection = await run.ConnectAsync(cancellationToken);
        var workspaces = await connection.Require<IMemoryWorkspaces>().ListWorkspacesAsync(cancellationToken);
        if (run.Output.IsJson)
        {
            run.Output.Json(workspaces, CliJson.Contracts.IReadOnlyListWorkspaceInfo);
            return ExitCodes.Ok;
        }

        if (workspaces.Count == 0)
        {
            run.Output.Line("No workspaces yet.");
            return ExitCodes.Ok;
        }

        var width = workspaces.Max(workspace => TerminalText.Line(workspace.Name).Length);
        foreach (var workspace in workspaces)
        {
            var name = TerminalText.Line(workspace.Name).PadRight(width);
            run.Output.Text.MarkupLine(
                $"[bold]{Markup.Escape(name)}[/]  {workspace.Memories,9} memories  [grey]since "
                + $"{MemoryPrinter.Time(workspace.CreatedAt)}[/]{Embedding(workspace)}");
        }

        return ExitCodes.Ok;
    }

    private static string Embedding(WorkspaceInfo workspace) =>
        (workspace.Embedding, workspace.NextEmbedding) switch
        {
            (null, null) => "",
            (var active, null) => $"  embedded by {Model(active!)}",
            (var active, var next) =>
                $"  embedded by {(active is null ? "the built-in embedder" : Model(active))}, {Percent(next, workspace)} of {Model(next)} done",
        };

    private static string Model(EmbeddingProgress progress) => Markup.Escape(TerminalText.Line(progress.Space.Name));

    private static string Percent(EmbeddingProgress progress, WorkspaceInfo workspace) =>
        $"{(workspace.Memories == 0 ? 100 : 100 * progress.Memories / workspace.Memories)} %";
}
