using System.Collections.Concurrent;
using Remanence.Jobs;
using Remanence.Stores;

namespace Remanence.ConformanceTests.Engines;

/// <summary>Notes which jobs ran, and waits when it is told to.</summary>
internal sealed class CountingHandler(Task? gate = null) : JobHandler
{
    public const string KindOfJob = "count";

    public ConcurrentQueue<string> Ran { get; } = [];

    public override string Kind => KindOfJob;

    public override async Task<ChangeSet?> ExecuteAsync(JobRun run, CancellationToken cancellationToken)
    {
        Ran.Enqueue(run.Job.Id);
        await (gate ?? Task.CompletedTask).WaitAsync(cancellationToken);
        return null;
    }
}
