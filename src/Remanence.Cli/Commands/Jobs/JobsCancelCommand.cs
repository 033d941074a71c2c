using Remanence.Cli.Invocation;
using Remanence.Jobs;
using Remanence.Services;

namespace Remanence.Cli.Commands.Jobs;

/// <summary>Cancel a job that has not ended.</summary>
internal sealed class JobsCancelCommand : JobCommand
{
    public JobsCancelCommand(CliContext context)
        : base(context, "cancel", "Cancel a job that has not ended.", "cancelled", "remanence jobs cancel 0199c0ffee0074a1b2c3d4e5f6a7b8c9")
    {
    }

    protected override Task<Job> ChangeAsync(IMemoryJobs jobs, string id, CancellationToken cancellationToken) =>
        jobs.CancelJobAsync(id, cancellationToken);
}
