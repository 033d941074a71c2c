using System.CommandLine;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Terminal;
using Remanence.Services;

namespace Remanence.Cli.Commands;

/// <summary>Erases a workspace.</summary>
internal sealed class WorkspacesDropCommand : CliCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "The workspace." };
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Do not ask." };

    public WorkspacesDropCommand(CliContext context)
        : base(context, "drop", "Erase a workspace. It cannot be undone.", "remanence workspaces drop scratch --yes")
    {
        Arguments.Add(_name);
        Options.Add(_yes);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var name = run.Parse.GetRequiredValue(_name);
        await Confirmation.RequireAsync(run.Console, run.Parse.GetValue(_yes), $"erases workspace {name}", cancellationToken);
        await using var connection = await run.ConnectAsync(cancellationToken);
        var erasure = await connection.Require<IMemoryWorkspaces>().DropWorkspaceAsync(name, cancellationToken);
        await EraseCommand.FinishAsync(run, connection.Require<IMemoryErasure>(), erasure, cancellationToken);
        return ExitCodes.Ok;
    }
}
