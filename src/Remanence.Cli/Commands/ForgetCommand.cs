using System.CommandLine;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Options;
using Remanence.Cli.Output;

namespace Remanence.Cli.Commands;

/// <summary>Takes memories out; they can be restored.</summary>
internal sealed class ForgetCommand : CliCommand
{
    private readonly Argument<string[]> _ids = new("ID") { Description = "The memories.", Arity = ArgumentArity.OneOrMore };
    private readonly ScopeOptions _scope;

    public ForgetCommand(CliContext context)
        : base(
            context,
            "forget",
            "Take memories out. Their history stays, and a restore brings them back; \"erase\" removes beyond recovery.",
            "remanence forget 0199c0ffee0074a1b2c3d4e5f6a7b8c9",
            "remanence list --kind tool --json | jq -r '.items[].id' | xargs remanence forget")
    {
        Arguments.Add(_ids);
        _scope = ScopeOptions.AddTo(this);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var scope = _scope.Read(run.Parse);
        string[] ids = [.. run.Parse.GetRequiredValue(_ids).Distinct(StringComparer.Ordinal)];
        await using var connection = await run.ConnectAsync(cancellationToken);

        // One mistyped id among many stops the command before it has forgotten half of them.
        foreach (var id in ids)
        {
            await connection.Service.GetAsync(scope, id, cancellationToken);
        }

        foreach (var id in ids)
        {
            await connection.Service.ForgetAsync(scope, id, cancellationToken);
            if (!run.Output.IsJson)
            {
                run.Output.Line($"forgot {id}");
            }
        }

        if (run.Output.IsJson)
        {
            run.Output.Json(new ForgetSummary(ids), CliJson.Default.ForgetSummary);
        }

        return ExitCodes.Ok;
    }
}
