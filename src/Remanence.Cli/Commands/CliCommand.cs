using System.CommandLine;
using Remanence.Cli.Invocation;

namespace Remanence.Cli.Commands;

/// <summary>A command with its examples.</summary>
internal abstract class CliCommand : Command
{
    protected CliCommand(CliContext context, string name, string description, params IReadOnlyList<string> examples)
        : base(name, description)
    {
        Examples = examples;
        SetAction((parse, cancellationToken) => RunAsync(new CommandRun(context, parse), cancellationToken));
    }

    /// <summary>Shown at the end of its help.</summary>
    public IReadOnlyList<string> Examples { get; }

    protected abstract Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken);
}
