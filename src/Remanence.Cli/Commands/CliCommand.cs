using System.CommandLine;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Stores;

namespace Remanence.Cli.Commands;

/// <summary>A command with its examples.</summary>
internal abstract class CliCommand : Command
{
    protected CliCommand(CliContext context, string name, string description, params IReadOnlyList<string> examples)
        : base(name, description)
    {
        Examples = examples;
        SetAction((parse, cancellationToken) => RunWholeAsync(new CommandRun(context, parse), cancellationToken));
    }

    /// <summary>Shown at the end of its help.</summary>
    public IReadOnlyList<string> Examples { get; }

    protected abstract Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken);

    // Nothing in a store and no store look alike, and the second is mostly the wrong folder.
    private async Task<int> RunWholeAsync(CommandRun run, CancellationToken cancellationToken)
    {
        try
        {
            var code = await RunAsync(run, cancellationToken);
            return code == ExitCodes.Ok && run.MissingStore is { } folder ? throw new NoStoreException(folder) : code;
        }
        catch (MemoryNotFoundException) when (run.MissingStore is not null)
        {
            throw new NoStoreException(run.MissingStore);
        }
    }
}
