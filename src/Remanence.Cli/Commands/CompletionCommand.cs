using System.CommandLine;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Output;

namespace Remanence.Cli.Commands;

/// <summary>Prints the script that teaches a shell this program's commands.</summary>
internal sealed class CompletionCommand : CliCommand
{
    private readonly Argument<string> _shell = new("SHELL") { Description = "bash, zsh, fish or pwsh." };

    public CompletionCommand(CliContext context)
        : base(
            context,
            "completion",
            "Print a script for the shell's own completion.",
            "remanence completion bash > ~/.local/share/bash-completion/completions/remanence",
            "remanence completion zsh > \"${fpath[1]}/_remanence\"",
            "remanence completion fish > ~/.config/fish/completions/remanence.fish",
            "remanence completion pwsh >> $PROFILE")
    {
        _shell.AcceptOnlyFromAmong(CompletionScripts.Shells);
        Arguments.Add(_shell);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        // A script is what it is, also with --json.
        await run.Console.Out.WriteAsync(CompletionScripts.For(run.Parse.GetRequiredValue(_shell)).AsMemory(), cancellationToken);
        return ExitCodes.Ok;
    }
}
