using Remanence.Cli.Invocation;
using Remanence.Jobs;
using Remanence.Services;

namespace Remanence.Cli.Commands.Jobs;

/// <summary>Queue a dead or cancelled job again, or have a retrying one begin at once.</summary>
internal sealed class JobsRetryCommand : JobCommand
{
    public JobsRetryCommand(CliContext context)
        : base(
            context,
            "retry",
            "Queue a dead or cancelled job again, or have a retrying one begin at once.",
            "queued",
            "remanence jobs retry 0199c0ffee0074a1b2c3d4e5f6a7b8c9")
    { }

    protected override Task<Job> ChangeAsync(IMemoryJobs jobs, string id, CancellationToken cancellationToken) =>
        jobs.RetryJobAsync(id, cancellationToken);
}
