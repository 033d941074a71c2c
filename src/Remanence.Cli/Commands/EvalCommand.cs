using System.CommandLine;

namespace Remanence.Cli.Commands;

/// <summary>Gathers the benchmarks.</summary>
internal sealed class EvalCommand : Command
{
    public EvalCommand(CliContext context)
        : base("eval", "Measure how well memories are found.") =>
        Subcommands.Add(new EvalRetrievalCommand(context));
}
