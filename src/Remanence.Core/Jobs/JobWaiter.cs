using Remanence.Stores;

namespace Remanence.Jobs;

/// <summary>Waits for a job's end, whichever process brings it.</summary>
internal sealed class JobWaiter(MemoryStore store, JobWorker worker, JobOptions options, TimeProvider time)
{
    /// <summary>Waits for the end of a job; where no work was started, whatever is due is done meanwhile.</summary>
    public Task<Job?> WaitAsync(string workspace, string jobId, CancellationToken cancellationToken) =>
        WaitAsync(workspace, jobId, kind: null, cancellationToken);

    /// <summary>Waits for the end of a job.</summary>
    /// <param name="workspace">Its workspace.</param>
    /// <param name="jobId">The job.</param>
    /// <param name="kind">Where no work was started, only jobs of this kind are done meanwhile; null: whatever is due.</param>
    /// <param name="cancellationToken">Ends the waiting, not the job.</param>
    /// <returns>The job when it ended, or as it is when <see cref="JobOptions.WaitLimit"/> passed or work stops here; null when there is none.</returns>
    public async Task<Job?> WaitAsync(string workspace, string jobId, string? kind, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            await worker.WorkOffAsync(kind, cancellationToken);
            var job = await store.GetJobAsync(workspace, jobId, cancellationToken);
            var rest = options.WaitLimit - time.GetElapsedTime(started);
            if (
                job is null or { State: JobState.Succeeded or JobState.Dead or JobState.Cancelled }
                || rest <= TimeSpan.Zero
                || worker.Stopped.IsCancellationRequested)
            {
                return job;
            }

            using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, worker.Stopped);
            await Task.WhenAny(
                store.WaitForJobAsync(job, pause.Token), Task.Delay(rest < options.PollInterval ? rest : options.PollInterval, time, pause.Token));
            await pause.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
