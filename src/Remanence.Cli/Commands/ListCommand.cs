using System.CommandLine;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Options;
using Remanence.Cli.Output;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Stores;
using Remanence.Stores.Filters;

namespace Remanence.Cli.Commands;

/// <summary>Lists memories page by page.</summary>
internal sealed class ListCommand : CliCommand
{
    private readonly Option<int> _limit = new("--limit", "-n")
    {
        Description = "At most so many memories (1 to 1000).",
        HelpName = "N",
        DefaultValueFactory = _ => 50,
    };
    private readonly Option<string?> _cursor = new("--cursor") { Description = "Go on where the last page ended.", HelpName = "CURSOR" };
    private readonly Option<string[]> _kind = new("--kind") { Description = "Only this kind; may be given several times.", HelpName = "KIND" };
    private readonly Option<MemoryStatus[]> _status = new("--status")
    {
        Description = "Only this standing: active, superseded or expired.",
        HelpName = "STATUS",
    };
    private readonly ScopeOptions _scope;

    public ListCommand(CliContext context)
        : base(
            context,
            "list",
            "List memories in the order in which they were stored.",
            "remanence list --user ada",
            "remanence list --kind observation --status active --limit 200 --json")
    {
        Options.Add(_limit);
        Options.Add(_cursor);
        Options.Add(_kind);
        Options.Add(_status);
        _scope = ScopeOptions.AddTo(this);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        var scope = _scope.Read(run.Parse);
        await using var connection = await run.ConnectAsync(cancellationToken);
        var query = new MemoryQuery
        {
            Scope = scope,
            Filter = Filter(run.Parse),
            Cursor = run.Parse.GetValue(_cursor),
            Limit = run.Parse.GetValue(_limit),
        };
        var page = await connection.Service.ListAsync(query, cancellationToken);
        var documents = page.Items.Select(MemoryDocument.From).ToList();
        if (run.Output.IsJson)
        {
            run.Output.Json(new Page<MemoryDocument>(documents, page.NextCursor), CliJson.Contracts.PageMemoryDocument);
            return ExitCodes.Ok;
        }

        foreach (var document in documents)
        {
            MemoryPrinter.Line(run.Output.Text, document, run.Output.Text.Profile.Width);
        }

        if (documents.Count == 0)
        {
            await run.Console.Error.WriteLineAsync($"No such memories {ScopeOptions.Describe(scope)}.");
            KindHints.Write(run, run.Parse.GetValue(_kind));
        }

        if (page.NextCursor is { } next)
        {
            // To standard error, so that a pipe gets memories only.
            await run.Console.Error.WriteLineAsync($"more: --cursor {next}");
        }

        return ExitCodes.Ok;
    }

    private MemoryFilter? Filter(ParseResult parse)
    {
        var parts = new List<MemoryFilter>();
        if (parse.GetValue(_kind) is { Length: > 0 } kinds)
        {
            parts.Add(new MemoryFilter.Kind(kinds));
        }

        if (parse.GetValue(_status) is { Length: > 0 } statuses)
        {
            parts.Add(new MemoryFilter.Status(statuses));
        }

        return parts.Count switch
        {
            0 => null,
            1 => parts[0],
            _ => new MemoryFilter.And(parts),
        };
    }
}
