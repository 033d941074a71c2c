using System.CommandLine;
using Remanence.Cli.Invocation;

namespace Remanence.Cli.Commands.Eval;

/// <summary>Gathers the benchmarks.</summary>
internal sealed class EvalCommand : Command
{
    public EvalCommand(CliContext context)
        : base("eval", "Measure how well memories are found, and what they are worth to an agent.")
    {
        Subcommands.Add(new EvalRetrievalCommand(context));
        Subcommands.Add(new EvalFactsCommand(context));
        Subcommands.Add(new EvalTimesCommand(context));
        Subcommands.Add(new EvalFrozenLakeCommand(context));
        Subcommands.Add(new EvalPassKCommand(context));
        Subcommands.Add(new EvalLibraryCommand(context));
    }
}
