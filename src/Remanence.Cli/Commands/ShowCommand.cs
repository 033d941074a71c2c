using System.CommandLine;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Options;
using Remanence.Cli.Output;
using Remanence.Json;

namespace Remanence.Cli.Commands;

/// <summary>Shows one memory.</summary>
internal sealed class ShowCommand : CliCommand
{
    private readonly Argument<string> _id = new("ID") { Description = "The memory." };
    private readonly ScopeOptions _scope;

    public ShowCommand(CliContext context)
        : base(context, "show", "Show everything about one memory.", "remanence show 0199c0ffee0074a1b2c3d4e5f6a7b8c9")
    {
        Arguments.Add(_id);
        _scope = ScopeOptions.AddTo(this);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var connection = await run.ConnectAsync(cancellationToken);
        var memory = await connection.Service.GetAsync(_scope.Read(run.Parse), run.Parse.GetRequiredValue(_id), cancellationToken);
        var document = MemoryDocument.From(memory);
        if (run.Output.IsJson)
        {
            run.Output.Json(document, CliJson.Contracts.MemoryDocument);
        }
        else
        {
            MemoryPrinter.Full(run.Output.Text, document);
        }

        return ExitCodes.Ok;
    }
}
