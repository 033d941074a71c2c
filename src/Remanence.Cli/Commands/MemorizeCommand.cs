using System.CommandLine;
using System.Text;
using Remanence.Cli.Conversations;
using Remanence.Cli.Conversations.Shapes;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Options;
using Remanence.Cli.Output;
using Remanence.Cli.Terminal;
using Remanence.Cli.Transfer;
using Remanence.Messages;
using Remanence.Services;
using Spectre.Console;

namespace Remanence.Cli.Commands;

/// <summary>Remembers a text or a conversation.</summary>
internal sealed class MemorizeCommand : CliCommand
{
    private readonly Argument<string[]> _text = new("TEXT") { Description = "What to remember; - reads standard input.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _file = new("--file", "-f")
    {
        Description = "A conversation: JSON, JSON lines, lines \"Name: text\", or an export of a chat program.",
        HelpName = "FILE",
    };
    private readonly Option<string?> _me = new("--me")
    {
        Description = "The name under which the user speaks in FILE; all others are remembered by their names.",
        HelpName = "NAME",
    };
    private readonly Option<bool> _noInfer = new("--no-infer") { Description = "Keep the messages as they are, without a chat model." };
    private readonly Option<string?> _role = new("--role") { Description = "Who says TEXT: user (default), assistant, system or tool.", HelpName = "ROLE" };
    private readonly Option<string?> _name = new("--name") { Description = "The name of who says TEXT.", HelpName = "NAME" };
    private readonly Option<DateTimeOffset?> _time = TimeOption.Create("--time", "When TEXT was said (default: now).");
    private readonly Option<bool> _wait = new("--wait")
    {
        Description = "End only when observations are made of the messages, where a chat model is configured.",
    };
    private readonly ScopeOptions _scope;

    public MemorizeCommand(CliContext context)
        : base(
            context,
            "memorize",
            "Remember a text, or a conversation from a file.",
            "remanence memorize \"I moved to Lisbon in May\" --user ada",
            "remanence memorize --file chat.jsonl --user ada --session monday --no-infer",
            "remanence memorize --file \"WhatsApp Chat with Jon.txt\" --me \"Ada Lovelace\" --user ada",
            "remanence memorize --file chat.jsonl --wait llm.default.model_name=qwen3 llm.default.base_url=http://127.0.0.1:11434/v1",
            "pbpaste | remanence memorize -")
    {
        Arguments.Add(_text);
        Options.Add(_file);
        Options.Add(_me);
        Options.Add(_noInfer);
        Options.Add(_wait);
        Options.Add(_role);
        Options.Add(_name);
        Options.Add(_time);
        _scope = ScopeOptions.AddTo(this);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var scope = _scope.Read(run.Parse);
        var (messages, count, isFile) = await ReadAsync(run, cancellationToken);
        var wait = run.Parse.GetValue(_wait);

        // Cut off the file while they are stored: a long one is never in memory as a whole.
        var requests = MessageBatches.Create(messages, scope, !run.Parse.GetValue(_noInfer), isFile).Select(request => request with { Wait = wait });
        await using var connection = await run.ConnectToStoreAsync(cancellationToken);
        if (wait && connection.Service is MemoryEngine engine)
        {
            // Without a server, this process does the work that it waits for; what else is queued is handed back when it ends.
            await engine.StartJobsAsync(cancellationToken);
        }

        var results = await WorkProgress.RunAsync(
            run.Output, run.Console, "memorize", progress => StoreAsync(connection.Service, scope.Workspace, requests, count, progress, cancellationToken));
        Print(run, results);
        return ExitCodes.Ok;
    }

    private async Task<(IEnumerable<Message> Messages, int Count, bool IsFile)> ReadAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var text = run.Parse.GetValue(_text) is { Length: > 0 } words ? string.Join(' ', words) : null;
        var file = run.Parse.GetValue(_file);
        if (text is null == file is null)
        {
            throw new UsageException("Give a TEXT, or - for standard input, or --file FILE; one of them.");
        }

        if (file is null && text != FileNames.Standard)
        {
            var message = new Message
            {
                Role = run.Parse.GetValue(_role) ?? "user",
                Name = run.Parse.GetValue(_name),
                Content = text!,
                Time = run.Parse.GetValue(_time),
            };
            if (run.Parse.GetResult(_me) is not null)
            {
                throw new UsageException("--me goes with --file; --name says who says TEXT.");
            }

            MessageRules.Check(message, "TEXT");
            return ([message], 1, false);
        }

        if (run.Parse.GetResult(_role) is not null || run.Parse.GetResult(_name) is not null || run.Parse.GetResult(_time) is not null)
        {
            throw new UsageException("--role, --name and --time go with TEXT; the messages of a file carry their own.");
        }

        var isStandard = file is null or FileNames.Standard;
        if (!isStandard && Lines(file!, run.Parse.GetValue(_me)) is { } lines)
        {
            Note(run, lines.Note is { } said ? [said] : []);
            return (lines.Read(), lines.Count, true);
        }

        await using var stream = isStandard ? run.Console.OpenInput() : FileNames.OpenRead(file!);
        var source = isStandard ? "standard input" : file!;
        var read = ConversationReader.Read(await ReadTextAsync(stream, source, cancellationToken), source, run.Parse.GetValue(_me));
        Note(run, read.Notes);
        return (read.Messages, read.Messages.Count, true);
    }

    private static void Note(CommandRun run, IEnumerable<string> notes)
    {
        foreach (var note in notes)
        {
            run.Output.Error.WriteLine(TerminalText.Line(note));
        }
    }

    private static MessageLines? Lines(string file, string? me)
    {
        try
        {
            return MessageLines.TryRead(() => FileNames.TextReader(FileNames.OpenRead(file), leaveOpen: false), file, me);
        }
        catch (DecoderFallbackException e)
        {
            throw new UsageException($"{file} is not UTF-8 text.", e);
        }
        catch (IOException e)
        {
            throw new UsageException($"Cannot read {file}: {e.Message}", e);
        }
    }

    private static async Task<string> ReadTextAsync(Stream stream, string source, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = FileNames.TextReader(stream, leaveOpen: true);
            return await reader.ReadToEndAsync(cancellationToken);
        }
        catch (DecoderFallbackException e)
        {
            throw new UsageException($"{source} is not UTF-8 text.", e);
        }
        catch (IOException e)
        {
            throw new UsageException($"Cannot read {source}: {e.Message}", e);
        }
    }

    // What is stored is told by its id: a long file's memories are not kept.
    private static async Task<MemorizeSummary> StoreAsync(
        MemoryService service,
        string workspace,
        IEnumerable<MemorizeRequest> requests,
        int count,
        IProgress<double> progress,
        CancellationToken cancellationToken)
    {
        var summary = new MemorizeSummary(workspace, 0, [], [], [], string.Empty);
        var (resources, memories, jobs) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var request in requests)
        {
            var result = await service.MemorizeAsync(workspace, request, cancellationToken);
            resources.Add(result.ResourceId);
            memories.AddRange(result.Memories.Select(memory => memory.Id));
            jobs.AddRange(result.JobId is { } job ? [job] : []);
            summary = summary with { Messages = summary.Messages + request.Messages.Count, Mode = result.Mode };
            progress.Report((double)summary.Messages / count);
        }

        return summary with { ResourceIds = resources, MemoryIds = memories, JobIds = jobs };
    }

    private static void Print(CommandRun run, MemorizeSummary summary)
    {
        if (run.Output.IsJson)
        {
            run.Output.Json(summary, CliJson.Default.MemorizeSummary);
            return;
        }

        var jobs = summary.JobIds.Count > 0 ? $"; {summary.JobIds.Count} jobs queued" : string.Empty;
        var ids = summary.MemoryIds is [var only] ? $" as {only}" : string.Empty;
        var messages = summary.Messages == 1 ? "message" : "messages";
        run.Output.Line($"remembered {summary.Messages} {messages}{ids} in workspace {summary.Workspace} ({summary.Mode}{jobs})");
    }
}
