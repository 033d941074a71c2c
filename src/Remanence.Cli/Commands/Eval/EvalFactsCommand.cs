using System.CommandLine;
using System.Text;
using Remanence.Cli.Connections;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Terminal;
using Remanence.Cli.Transfer;
using Remanence.Evaluation;
using Remanence.Evaluation.Facts;
using Remanence.Stores;

namespace Remanence.Cli.Commands.Eval;

/// <summary>Measures what the rules believe of what users say.</summary>
internal sealed class EvalFactsCommand : CliCommand
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Statements, a tab-separated line each: language, topic, statement or non-statement, text, what is to be believed.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _faults = new("--faults")
    {
        Description = "Write a JSON line for each statement that is missed and each text that is misread.",
        HelpName = "FILE",
    };

    public EvalFactsCommand(CliContext context)
        : base(
            context,
            "facts",
            "Measure which facts are drawn from statements without a model, and from texts that state nothing: precision and recall by topic and language.",
            "remanence eval facts tests/data/statements/development.tsv tests/data/statements/others.tsv",
            "remanence eval facts statements.tsv --faults faults.jsonl")
    {
        Arguments.Add(_files);
        Options.Add(_faults);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        if (run.Url is not null)
        {
            throw new UsageException("eval facts measures the rules in this process; leave out --url.");
        }

        await using var connection = await LocalConnection.OpenAsync(new InMemoryStore(), new MemoryEngineOptions(), run.Time, cancellationToken);
        var evaluation = new FactsEvaluation(connection.Service);
        foreach (var path in run.Parse.GetRequiredValue(_files))
        {
            await AddAsync(evaluation, path, cancellationToken);
        }

        var result = await WorkProgress.RunAsync(run.Output, run.Console, "facts", async progress =>
        {
            await evaluation.RunAsync(progress, cancellationToken);
            return evaluation.Result;
        });
        if (run.Parse.GetValue(_faults) is { } faults)
        {
            using var text = new StringWriter();
            evaluation.WriteFaults(text);
            await File.WriteAllTextAsync(faults, text.ToString(), new UTF8Encoding(false), cancellationToken);
        }

        run.Output.Result(result);
        return ExitCodes.Ok;
    }

    private static async Task AddAsync(FactsEvaluation evaluation, string path, CancellationToken cancellationToken)
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
