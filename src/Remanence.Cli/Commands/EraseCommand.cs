using System.CommandLine;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Options;
using Remanence.Cli.Output;
using Remanence.Cli.Terminal;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Cli.Commands;

/// <summary>Removes beyond recovery: a person, an agent, a session, or a whole workspace.</summary>
internal sealed class EraseCommand : CliCommand
{
    private readonly Option<bool> _all = new("--workspace-all") { Description = "Erase the whole workspace." };
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Do not ask." };
    private readonly ScopeOptions _scope;

    public EraseCommand(CliContext context)
        : base(
            context,
            "erase",
            "Erase everything of a user, an agent or a session: memories, history, messages, indexes. It cannot be undone.",
            "remanence erase --user ada",
            "remanence erase --workspace scratch --workspace-all --yes")
    {
        Options.Add(_all);
        Options.Add(_yes);
        _scope = ScopeOptions.AddTo(this);
    }

    /// <summary>Waits until nothing of it is left in any file, or for as long as that is worth it, then tells what was erased.</summary>
    public static async Task FinishAsync(CommandRun run, IMemoryErasure erasing, Erasure erasure, CancellationToken cancellationToken)
    {
        if (erasure.TracesUntil is not null)
        {
            try
            {
                await erasing.FinishErasuresAsync(cancellationToken);
                erasure = erasure with { TracesUntil = null };
            }
            catch (Exception exception) when (exception is StoreFullException or StoreUnavailableException)
            {
                run.Console.Error.WriteLine(exception.Message);
            }
        }

        if (run.Output.IsJson)
        {
            run.Output.Json(erasure, CliJson.Contracts.Erasure);
        }
        else
        {
            run.Output.Line(
                $"erased {Count(erasure.Memories, "memory", "memories")}, {Count(erasure.History, "history entry", "history entries")}, "
                + $"{Count(erasure.Messages, "message", "messages")},"
                    + $" {Count(erasure.Resources, "resource", "resources")}, {Count(erasure.Categories, "category", "categories")}, "
                    + $"{Count(erasure.Jobs, "job", "jobs")}"
                    + (erasure is { Memories: 0, History: 0, Messages: 0, Resources: 0, Categories: 0, Jobs: 0 } ? ": there was nothing of it" : string.Empty));
        }
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var scope = _scope.Read(run.Parse);
        var all = run.Parse.GetValue(_all);
        var isNarrow = scope is not { User: null, Agent: null, Session: null };
        if (all == isNarrow)
        {
            throw new UsageException(all
                ? "--workspace-all goes without --user, --agent and --session."
                : "Say what to erase: --user, --agent or --session, or --workspace-all for everything in the workspace.");
        }

        var what = all ? $"erases workspace {scope.Workspace}" : $"erases everything {ScopeOptions.Describe(scope)}";
        await Confirmation.RequireAsync(run.Console, run.Parse.GetValue(_yes), what, cancellationToken);
        await using var connection = await run.ConnectAsync(cancellationToken);
        var erasing = connection.Require<IMemoryErasure>();
        var erasure = all
            ? await connection.Require<IMemoryWorkspaces>().DropWorkspaceAsync(scope.Workspace, cancellationToken)
            : await erasing.EraseAsync(scope, cancellationToken);
        await FinishAsync(run, erasing, erasure, cancellationToken);
        return ExitCodes.Ok;
    }

    private static string Count(long number, string one, string more) => $"{number} {(number == 1 ? one : more)}";
}
