using System.CommandLine;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Transfer;
using Remanence.Evaluation.Retrieval;
using Remanence.Evaluation.Times;

namespace Remanence.Cli.Commands.Eval;

/// <summary>Shows which times are read out of messages.</summary>
internal sealed class EvalTimesCommand : CliCommand
{
    private readonly Argument<string[]> _files = new("FILE") { Description = "Data sets: LoCoMo or BEAM, as JSON.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<int> _sample = new("--sample")
    {
        Description = "Intervals drawn at random for reading.",
        HelpName = "N",
        DefaultValueFactory = _ => 100,
    };
    private readonly Option<int> _seed = new("--seed")
    {
        Description = "What they are drawn with.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    public EvalTimesCommand(CliContext context)
        : base(
            context,
            "times",
            "Count the times that messages tell of, and how many of them are vague, and draw some at random for reading.",
            "remanence eval times locomo10.json",
            "remanence eval times locomo10.json --sample 20 --seed 7")
    {
        Arguments.Add(_files);
        Options.Add(_sample);
        Options.Add(_seed);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var evaluation = new TimesEvaluation(Math.Max(0, run.Parse.GetValue(_sample)), run.Parse.GetValue(_seed));
        foreach (var path in run.Parse.GetRequiredValue(_files))
        {
            await using var stream = FileNames.OpenRead(path);
            evaluation.Add(await EvaluationDataReader.ReadAsync(stream, cancellationToken));
        }

        run.Output.Result(evaluation.Result);
        return ExitCodes.Ok;
    }
}
