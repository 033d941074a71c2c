using System.CommandLine;
using System.Text;
using Remanence.Cli.Connections;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Terminal;
using Remanence.Cli.Transfer;
using Remanence.Evaluation;
using Remanence.Evaluation.FrozenLake.Experiment;

namespace Remanence.Cli.Commands.Eval;

/// <summary>Runs ReMe's FrozenLake experiment against a memory service.</summary>
internal sealed class EvalFrozenLakeCommand : CliCommand
{
    private static readonly Uri StandardUrl = new("http://127.0.0.1:8002");

    private readonly FrozenLakeArguments _arguments = new();
    private readonly Option<bool> _simple = new("--simple") { Description = "Call the _simple flows of the service, which need no chat model there." };
    private readonly Option<string?> _model = new("--model")
    {
        Description = "Let this chat model of the settings play (such as default), instead of the scripted player.",
        HelpName = "NAME",
    };
    private readonly Option<float> _temperature = new("--temperature")
    {
        Description = "The model's temperature.",
        HelpName = "T",
        DefaultValueFactory = _ => FrozenLakeEvaluation.DefaultTemperature,
    };
    private readonly Func<CommandRun, string, ChatModel>? _openChat;

    public EvalFrozenLakeCommand(CliContext context)
        : base(
            context,
            "frozenlake",
            "Run ReMe's FrozenLake experiment against a ReMe-compatible memory service (--url, default http://127.0.0.1:8002): train, test without memory, "
            + "test with it. "
                + (
                    context.OpenChat is null
                        ? "A scripted player plays, which knows only what the service returns."
                        : "Without --model a scripted player plays, which knows only what the service returns."),
            "remanence eval frozenlake --url http://127.0.0.1:8002 --output results",
            "remanence eval frozenlake --slippery --seed 7 --train-on test",
            "remanence eval frozenlake --phase test_no_memory --test-maps 20 --save-maps maps.jsonl")
    {
        _openChat = context.OpenChat;
        foreach (var option in _arguments.All)
        {
            Options.Add(option);
        }

        Options.Add(_simple);
        if (_openChat is not null)
        {
            Options.Add(_model);
            Options.Add(_temperature);
        }
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var options = _arguments.Read(run.Parse, run.Url ?? StandardUrl, run.Parse.GetValue(_simple));
        options = _arguments.MapFile(run.Parse) is { } file ? await ReadMapsAsync(options, file, cancellationToken) : options;
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var evaluation = new FrozenLakeEvaluation(http, run.Time);
        using var chat = _openChat is not null && run.Parse.GetValue(_model) is { } model ? _openChat(run, model) : null;
        if (chat is not null)
        {
            evaluation.Play(chat.Client, chat.Name, run.Parse.GetValue(_temperature));
        }

        var result = await WorkProgress.RunAsync(run.Output, run.Console, "frozenlake", async progress =>
        {
            if (_arguments.SaveMaps(run.Parse) is { } path)
            {
                await using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false));
                await options.WriteMapsAsync(writer, cancellationToken);
            }

            return await evaluation.RunAsync(options with { Progress = progress }, cancellationToken);
        });
        run.Output.Result(result);
        return ExitCodes.Ok;
    }

    private static async Task<FrozenLakeOptions> ReadMapsAsync(FrozenLakeOptions options, string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = FileNames.OpenRead(path);
            using var reader = FileNames.TextReader(stream, leaveOpen: true);
            return await options.WithMapsAsync(reader, path, cancellationToken);
        }
        catch (DecoderFallbackException fault)
        {
            throw new EvaluationDataException($"{path} is not UTF-8 text.", fault);
        }
    }
}
