using System.CommandLine;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Options;
using Remanence.Cli.Output;
using Remanence.Jobs;
using Remanence.Json;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Cli.Commands.Jobs;

/// <summary>Lists background jobs.</summary>
internal sealed class JobsCommand : CliCommand
{
    private readonly Option<JobState[]> _state = new("--state")
    {
        Description = "Only this state: queued, running, retrying, succeeded, dead or cancelled.",
        HelpName = "STATE",
    };
    private readonly Option<int> _limit = new("--limit", "-n")
    {
        Description = "At most so many jobs (1 to 1000).",
        HelpName = "N",
        DefaultValueFactory = _ => 50,
    };
    private readonly Option<string?> _cursor = new("--cursor") { Description = "Go on where the last page ended.", HelpName = "CURSOR" };
    private readonly ScopeOptions _scope;

    public JobsCommand(CliContext context)
        : base(
            context,
            "jobs",
            "List background jobs, oldest first, or retry or cancel one.",
            "remanence jobs --state dead",
            "remanence jobs retry 0199c0ffee0074a1b2c3d4e5f6a7b8c9")
    {
        Options.Add(_state);
        Options.Add(_limit);
        Options.Add(_cursor);
        _scope = ScopeOptions.AddTo(this);
        Subcommands.Add(new JobsRetryCommand(context));
        Subcommands.Add(new JobsCancelCommand(context));
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var connection = await run.ConnectAsync(cancellationToken);
        var query = new PageQuery { Scope = _scope.Read(run.Parse), Cursor = run.Parse.GetValue(_cursor), Limit = run.Parse.GetValue(_limit) };
        var page = await connection.Require<IMemoryJobs>().ListJobsAsync(query, run.Parse.GetValue(_state) ?? [], cancellationToken);
        if (run.Output.IsJson)
        {
            run.Output.Json(new Page<JobDocument>([.. page.Items.Select(JobDocument.From)], page.NextCursor), CliJson.Contracts.PageJobDocument);
            return ExitCodes.Ok;
        }

        foreach (var job in page.Items)
        {
            JobPrinter.Line(run.Output.Text, job);
        }

        if (page.Items.Count == 0)
        {
            await run.Console.Error.WriteLineAsync($"No such jobs {ScopeOptions.Describe(query.Scope)}.");
        }

        if (page.NextCursor is { } next)
        {
            await run.Console.Error.WriteLineAsync($"more: --cursor {next}");
        }

        return ExitCodes.Ok;
    }
}
