using System.CommandLine;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Options;
using Remanence.Cli.Output;
using Remanence.Cli.Terminal;
using Spectre.Console;

namespace Remanence.Cli.Commands;

/// <summary>Shows the portrait of a user.</summary>
internal sealed class ProfileCommand : CliCommand
{
    private readonly Option<int?> _maxTokens = new("--max-tokens") { Description = "The most that it may take (500 when not given).", HelpName = "N" };
    private readonly ScopeOptions _scope;

    public ProfileCommand(CliContext context)
        : base(
            context,
            "profile",
            "Show a portrait of a user, ready for a prompt.",
            "remanence profile --user ada",
            "remanence profile --user ada --max-tokens 100 --json")
    {
        Options.Add(_maxTokens);
        _scope = ScopeOptions.AddTo(this);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var connection = await run.ConnectAsync(cancellationToken);
        var scope = _scope.Read(run.Parse);
        var profile = await connection.Service.GetProfileAsync(scope, run.Parse.GetValue(_maxTokens), cancellationToken);
        if (run.Output.IsJson)
        {
            run.Output.Json(profile, CliJson.Contracts.UserProfile);
            return ExitCodes.Ok;
        }

        foreach (var item in profile.Items)
        {
            run.Output.Text.MarkupLine(Markup.Escape(TerminalText.Line(item.Text)));
        }

        if (profile.Items.Count == 0)
        {
            await run.Console.Error.WriteLineAsync($"Nothing is known yet {ScopeOptions.Describe(scope)}.");
        }

        return ExitCodes.Ok;
    }
}
