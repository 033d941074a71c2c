using System.CommandLine;
using System.Text;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Transfer;
using Remanence.Evaluation;
using Remanence.Evaluation.PassK;

namespace Remanence.Cli.Commands.Eval;

/// <summary>Counts what k tries reach, from result files.</summary>
internal sealed class EvalPassKCommand : CliCommand
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Result files, a JSON row a line: of eval frozenlake, or of ReMe's AppWorld and BFCL agents.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _csv = new("--csv") { Description = "Also write the table as comma-separated values.", HelpName = "FILE" };

    public EvalPassKCommand(CliContext context)
        : base(
            context,
            "passk",
            "Compute pass@k and best@k of result files, for every k that divides the runs of a task, with 95 % confidence intervals over tasks.",
            "remanence eval passk lake_test_no_memory.jsonl lake_test_with_memory.jsonl",
            "remanence eval passk exp_result/dev_with-memory.jsonl --csv experiment_summary.csv")
    {
        Arguments.Add(_files);
        Options.Add(_csv);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var evaluation = new PassKEvaluation();
        foreach (var path in run.Parse.GetRequiredValue(_files))
        {
            await AddAsync(evaluation, path, cancellationToken);
        }

        if (run.Parse.GetValue(_csv) is { } csv)
        {
            using var text = new StringWriter();
            evaluation.WriteCsv(text);
            await File.WriteAllTextAsync(csv, text.ToString(), new UTF8Encoding(false), cancellationToken);
        }

        run.Output.Result(evaluation.Result);
        return ExitCodes.Ok;
    }

    private static async Task AddAsync(PassKEvaluation evaluation, string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = FileNames.OpenRead(path);
            using var reader = FileNames.TextReader(stream, leaveOpen: true);
            await evaluation.AddAsync(reader, path, cancellationToken);
        }
        catch (DecoderFallbackException fault)
        {
            throw new EvaluationDataException($"{path} is not UTF-8 text.", fault);
        }
    }
}
