using System.CommandLine;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Options;
using Remanence.Json;
using Remanence.Services;
using Remanence.Wire;

namespace Remanence.Cli.Commands;

/// <summary>Brings a memory back, or puts it back to an earlier state.</summary>
internal sealed class RestoreCommand : CliCommand
{
    private readonly Argument<string> _id = new("ID") { Description = "The memory." };
    private readonly Option<long?> _sequence = new("--sequence")
    {
        Description = "The commit whose state to go back to, as \"history\" shows it. Default: the last state before now.",
        HelpName = "N",
    };
    private readonly ScopeOptions _scope;

    public RestoreCommand(CliContext context)
        : base(
            context,
            "restore",
            "Bring back a memory that was forgotten, make one that was replaced or expired active again, or undo its last change.",
            "remanence restore 0199c0ffee0074a1b2c3d4e5f6a7b8c9",
            "remanence restore 0199c0ffee0074a1b2c3d4e5f6a7b8c9 --sequence 12")
    {
        Arguments.Add(_id);
        Options.Add(_sequence);
        _scope = ScopeOptions.AddTo(this);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var connection = await run.ConnectAsync(cancellationToken);
        var memory = await connection.Require<IMemoryHistory>().RestoreAsync(
            _scope.Read(run.Parse), run.Parse.GetRequiredValue(_id), run.Parse.GetValue(_sequence), cancellationToken);
        if (run.Output.IsJson)
        {
            run.Output.Json(MemoryDocument.From(memory), RemanenceJson.Default.MemoryDocument);
        }
        else
        {
            run.Output.Line($"restored {memory.Id}");
        }

        return ExitCodes.Ok;
    }
}
