using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Remanence.Cli.Connections;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Terminal;
using Remanence.Cli.Transfer;
using Remanence.Evaluation.Retrieval;
using Remanence.Models.BuiltIn;

namespace Remanence.Cli.Commands.Eval;

/// <summary>Measures turn and session retrieval.</summary>
internal sealed class EvalRetrievalCommand : CliCommand
{
    private readonly Option<string> _data = new("--data") { Description = "The data set: LoCoMo or BEAM, as JSON.", HelpName = "FILE", Required = true };
    private readonly Option<bool> _ablations = new("--ablations") { Description = "Also run with parts of the search switched off, and print a table." };
    private readonly Option<string?> _details = new("--details")
    {
        Description = "Write one JSON line a question, with ranks and top results.",
        HelpName = "FILE",
    };
    private readonly Option<bool> _noSession = new("--no-session") { Description = "Ingest without session ids." };
    private readonly Option<int> _topK = new("--top-k") { Description = "Results a search asks for.", HelpName = "N", DefaultValueFactory = _ => 50 };
    private readonly Option<int?> _batch = new("--batch") { Description = "Messages in one call at most (default: a session).", HelpName = "N" };
    private readonly Option<bool> _keep = new("--keep") { Description = "With --url: leave the workspaces on the server." };

    private readonly Option<string?> _table = new("--table")
    {
        Description = "Use this embedding table, made by eng/embedder, instead of the one that ships.",
        HelpName = "FILE",
    };

    public EvalRetrievalCommand(CliContext context)
        : base(
            context,
            "retrieval",
            "Measure how well the messages that answer a question are found. Every message is one memory, each question one search.",
            "remanence eval retrieval --data locomo10.json",
            "remanence eval retrieval --data beam-100k.json --ablations --details details.jsonl",
            "remanence eval retrieval --data locomo10.json --url http://127.0.0.1:8002")
    {
        Options.Add(_data);
        Options.Add(_ablations);
        Options.Add(_details);
        Options.Add(_noSession);
        Options.Add(_topK);
        Options.Add(_batch);
        Options.Add(_keep);
        Options.Add(_table);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var ablations = run.Parse.GetValue(_ablations);
        if (ablations && run.Url is not null)
        {
            throw new UsageException("--ablations switches parts of the search in this process; leave out --url.");
        }

        if (run.Parse.GetValue(_table) is not null && run.Url is not null)
        {
            throw new UsageException("--table changes the embedder in this process; leave out --url.");
        }

        var embedder = run.Parse.GetValue(_table) is { } table ? ReadTable(table) : null;
        EvaluationData data;
        await using (var stream = FileNames.OpenRead(run.Parse.GetRequiredValue(_data)))
        {
            data = await EvaluationDataReader.ReadAsync(stream, cancellationToken);
        }

        await using var details = run.Parse.GetValue(_details) is { } path ? new StreamWriter(path, append: false, new UTF8Encoding(false)) : null;
        var reports = new List<RetrievalReport>();
        foreach (var variant in ablations ? SearchVariants.All : [SearchVariants.Full])
        {
            reports.Add(await WorkProgress.RunAsync(
                run.Output, run.Console, variant.Name, progress => MeasureAsync(run, data, variant, embedder, details, progress, cancellationToken)));
        }

        Print(run, reports);
        return ExitCodes.Ok;
    }

    private async Task<RetrievalReport> MeasureAsync(
        CommandRun run,
        EvaluationData data,
        SearchVariant variant,
        StaticEmbedder? embedder,
        StreamWriter? details,
        IProgress<double> progress,
        CancellationToken cancellationToken)
    {
        var options = new RetrievalEvaluationOptions
        {
            Variant = variant.Name,
            WorkspacePrefix = run.Url is null ? "eval-" : string.Create(CultureInfo.InvariantCulture, $"eval-{run.Time.GetUtcNow():yyyyMMddHHmmssfff}-"),
            TopK = run.Parse.GetValue(_topK),
            WithSessions = !run.Parse.GetValue(_noSession),
            BatchSize = Math.Clamp(run.Parse.GetValue(_batch) ?? int.MaxValue, 1, Services.ServiceLimits.MaxMessages),
            Keep = run.Parse.GetValue(_keep),
            OnDetail = details is null ? null : (detail, token) => WriteAsync(details, detail, token),
            Progress = new Fraction(progress),
        };
        await using var connection = run.Url is { } url
            ? RemoteConnection.Open(url)
            : await OpenAsync(run, new MemoryEngineOptions { Search = variant.Options, Embedder = embedder }, cancellationToken);
        return await new RetrievalEvaluation(connection.Service, run.Time).RunAsync(data, options, cancellationToken);
    }

    // The store that users have, in a folder of its own: what an evaluation stores is nobody's memory.
    private static async Task<ServiceConnection> OpenAsync(CommandRun run, MemoryEngineOptions options, CancellationToken cancellationToken)
    {
        var folder = new TemporaryFolder();
        var store = LocalConnection.FileStore(Path.Combine(folder.Path, "remanence.db"));
        return await LocalConnection.OpenAsync(store, options, run.Time, cancellationToken, folder);
    }

    private static StaticEmbedder ReadTable(string path)
    {
        try
        {
            return StaticEmbedder.Load(path);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be used as an embedding table: {exception.Message}");
        }
    }

    private static Task WriteAsync(StreamWriter writer, QuestionDetail detail, CancellationToken cancellationToken) =>
        writer.WriteLineAsync(JsonSerializer.Serialize(detail, EvaluationJson.Default.QuestionDetail).AsMemory(), cancellationToken);

    private static void Print(CommandRun run, List<RetrievalReport> reports)
    {
        if (run.Output.IsJson)
        {
            run.Output.Json(reports, EvaluationJson.Default.IReadOnlyListRetrievalReport);
            return;
        }

        RetrievalReportWriter.Write(run.Console.Out, reports[0]);
        if (reports.Count > 1)
        {
            run.Console.Out.Write(Environment.NewLine);
            RetrievalReportWriter.WriteComparison(run.Console.Out, reports);
        }
    }

    private sealed class Fraction(IProgress<double> inner) : IProgress<RetrievalProgress>
    {
        public void Report(RetrievalProgress value) => inner.Report(value.Total == 0 ? 1 : (double)value.Done / value.Total);
    }
}
