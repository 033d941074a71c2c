using System.CommandLine;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Options;
using Remanence.Cli.Output;
using Remanence.Cli.Terminal;
using Remanence.Json;
using Remanence.Services;
using Remanence.Stores.History;
using Spectre.Console;

namespace Remanence.Cli.Commands;

/// <summary>Shows what happened to a memory.</summary>
internal sealed class HistoryCommand : CliCommand
{
    private readonly Argument<string> _id = new("ID") { Description = "The memory, also one that was forgotten." };
    private readonly ScopeOptions _scope;

    public HistoryCommand(CliContext context)
        : base(context, "history", "Show every change of a memory, oldest first.", "remanence history 0199c0ffee0074a1b2c3d4e5f6a7b8c9")
    {
        Arguments.Add(_id);
        _scope = ScopeOptions.AddTo(this);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var connection = await run.ConnectAsync(cancellationToken);
        var entries = await connection.Require<IMemoryHistory>().GetHistoryAsync(_scope.Read(run.Parse), run.Parse.GetRequiredValue(_id), cancellationToken);
        if (run.Output.IsJson)
        {
            IReadOnlyList<HistoryDocument> documents = [.. entries.Select(HistoryDocument.From)];
            run.Output.Json(documents, CliJson.Contracts.IReadOnlyListHistoryDocument);
            return ExitCodes.Ok;
        }

        foreach (var entry in entries)
        {
            Print(run.Output.Text, entry);
        }

        return ExitCodes.Ok;
    }

    private static void Print(IAnsiConsole console, HistoryEntry entry)
    {
        var reason = entry.Reason is { } why ? $" ({why})" : string.Empty;
        var head = $"{entry.Sequence,6}  {MemoryPrinter.Time(entry.At)}  {entry.Operation.ToString().ToLowerInvariant(),-10} by {entry.Actor}{reason}";
        console.MarkupLine(Markup.Escape(TerminalText.Line(head)));
        var before = entry.Before?.Content;
        var after = entry.After?.Content;
        if (before is not null && before != after)
        {
            console.MarkupLine($"        [red]- {Markup.Escape(TerminalText.Line(before))}[/]");
        }

        if (after is not null && before != after)
        {
            console.MarkupLine($"        [green]+ {Markup.Escape(TerminalText.Line(after))}[/]");
        }
    }
}
