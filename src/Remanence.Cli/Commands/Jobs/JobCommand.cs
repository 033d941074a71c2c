using System.CommandLine;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Terminal;
using Remanence.Jobs;
using Remanence.Json;
using Remanence.Services;
using Remanence.Wire;

namespace Remanence.Cli.Commands.Jobs;

/// <summary>A command that changes one job.</summary>
internal abstract class JobCommand : CliCommand
{
    private readonly Argument<string> _id = new("ID") { Description = "The job." };
    private readonly string _done;

    protected JobCommand(CliContext context, string name, string description, string done, string example)
        : base(context, name, description, example)
    {
        _done = done;
        Arguments.Add(_id);
    }

    protected abstract Task<Job> ChangeAsync(IMemoryJobs jobs, string id, CancellationToken cancellationToken);

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var connection = await run.ConnectAsync(cancellationToken);
        var job = await ChangeAsync(connection.Require<IMemoryJobs>(), run.Parse.GetRequiredValue(_id), cancellationToken);
        if (run.Output.IsJson)
        {
            run.Output.Json(JobDocument.From(job), RemanenceJson.Default.JobDocument);
        }
        else
        {
            run.Output.Line($"{_done} {TerminalText.Line(job.Id)}");
        }

        return ExitCodes.Ok;
    }
}
