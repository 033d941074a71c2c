using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.Sqlite.Tests.Writer;

/// <summary>
/// Queues a few jobs and works on all that wait, saying each step, until it is killed. "queued id" stands after a job's acknowledgement, "step" before each
/// step of a handler, and "idle" when nothing is left.
/// </summary>
internal static class JobRounds
{
    private const int NewJobs = 3;

    public static async Task RunAsync(MemoryStore store, string prefix, TimeProvider time, Action<string> write)
    {
        var options = new MemoryEngineOptions
        {
            Jobs = new JobOptions { Workers = 2, MaxAttempts = 100, PollInterval = TimeSpan.FromMilliseconds(20), Quiet = TimeSpan.FromMilliseconds(5) },
            JobHandlers = [new Steps("single", batched: false, write, time), new Steps("batch", batched: true, write, time)],
        };
        await using var engine = new MemoryEngine(store, options, time);
        await engine.StartJobsAsync();
        for (var i = 0; i < NewJobs && prefix != "drain"; i++)
        {
            var id = $"{prefix}-{i}";
            var now = time.GetUtcNow();
            var job = new Job
            {
                Id = id,
                Scope = new Scope("ws", Session: $"s{i % 2}"),
                Kind = i == 0 ? "single" : "batch",
                DueAt = now,
                RecordedAt = now,
                UpdatedAt = now,
            };
            await store.CommitAsync(new ChangeSet { Id = "queue/" + id, Workspace = "ws", At = now, Jobs = [job] }, CancellationToken.None);
            write("queued " + id);
        }

        while ((await store.CountJobsAsync(CancellationToken.None)).Any(count => count.State != JobState.Succeeded))
        {
            await Task.Delay(10);
        }

        write("idle");
    }

    private sealed class Steps(string kind, bool batched, Action<string> write, TimeProvider time) : JobHandler
    {
        public override string Kind => kind;

        public override bool IsBatched => batched;

        public override async Task<ChangeSet?> ExecuteAsync(JobRun run, CancellationToken cancellationToken)
        {
            for (var step = 0; step < 4; step++)
            {
                write($"step {step}");
                await run.ReportAsync(step / 4.0, cancellationToken);
                await Task.Yield();
            }

            // An id of its own in each attempt: an effect that came twice would be there twice.
            var now = time.GetUtcNow();
            return new ChangeSet
            {
                Id = "left to the worker",
                Workspace = "ws",
                At = now,
                Inserts =
                [
                    .. run.Jobs.Select(job => new Memory
                    {
                        Id = $"{job.Id}/{job.Attempts}",
                        Scope = job.Scope,
                        Kind = MemoryKinds.Observation,
                        Content = job.Id,
                        ObservedAt = now,
                        RecordedAt = now,
                        UpdatedAt = now,
                    }),
                ],
            };
        }
    }
}
