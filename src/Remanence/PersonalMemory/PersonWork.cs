using Remanence.Commits;
using Remanence.Editing;
using Remanence.Ingest;
using Remanence.Jobs;
using Remanence.Json;
using Remanence.Memories;
using Remanence.PersonalMemory.Consolidation;
using Remanence.PersonalMemory.Reflection;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.PersonalMemory;

/// <summary>Consolidation and reflection when a caller asks for them: the jobs that the background would run, at once, and what they made.</summary>
internal sealed class PersonWork(MemoryStore store, MemoryAccess memories, Committer committer, JobWaiter waiter, IReadOnlyList<JobHandler> handlers, TimeProvider time)
{
    private const int Looks = 10;
    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(20);

    public async Task<WorkResult> ConsolidateAsync(Scope scope, bool wait, CancellationToken cancellationToken)
    {
        RequestRules.CheckScope(scope);
        var handler = Handler(JobKinds.Consolidate);
        var waiting = await WaitingAsync(scope, cancellationToken);
        var named = waiting.Select(job => ConsolidationWork.Of(job).ResourceId).ToHashSet(StringComparer.Ordinal);
        var now = time.GetUtcNow();
        List<Job> jobs = [.. waiting.Where(job => job.State != JobState.Running).Select(job => job with { State = JobState.Queued, Priority = 1, DueAt = now, Failures = 0, Error = null, UpdatedAt = now })];
        foreach (var resource in await memories.ConversationsAsync(scope, cancellationToken))
        {
            if (!ConsolidationMark.IsOn(resource) && !named.Contains(resource.Id))
            {
                jobs.Add(NewJob(JobKinds.Consolidate, Identifiers.From("consolidate", scope.Workspace, resource.Id), resource.Scope, now) with { Payload = new ConsolidationWork(resource.Id, 1).ToPayload() });
            }
        }

        await QueueAsync(scope, jobs, now, cancellationToken);
        return await AnswerAsync(scope, [.. waiting.Where(job => job.State == JobState.Running), .. jobs], handler, wait, cancellationToken);
    }

    public async Task<WorkResult> ReflectAsync(Scope scope, bool wait, CancellationToken cancellationToken)
    {
        RequestRules.CheckScope(scope);
        var handler = Handler(JobKinds.Reflect);
        var now = time.GetUtcNow();
        Job[] jobs = await store.GetWorkspaceAsync(scope.Workspace, cancellationToken) is null ? [] : [NewJob(JobKinds.Reflect, Identifiers.New(now), PersonScope.Of(scope), now)];
        await QueueAsync(scope, jobs, now, cancellationToken);
        return await AnswerAsync(scope, jobs, handler, wait, cancellationToken);
    }

    private static Job NewJob(string kind, string id, Scope scope, DateTimeOffset now) =>
        new() { Id = id, Scope = scope, Kind = kind, Priority = 1, DueAt = now, RecordedAt = now, UpdatedAt = now };

    private JobHandler Handler(string kind) => handlers.FirstOrDefault(handler => handler.Kind == kind)
        ?? throw new InvalidRequestException("workspace", $"Nothing here can {kind}: the flow \"{kind}\" is disabled.");

    private async Task<List<Job>> WaitingAsync(Scope scope, CancellationToken cancellationToken) =>
        await store.AllJobsAsync(scope, [JobState.Queued, JobState.Running, JobState.Retrying], cancellationToken).Where(job => job.Kind == JobKinds.Consolidate).ToListAsync(cancellationToken);

    private async Task QueueAsync(Scope scope, IReadOnlyList<Job> jobs, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (jobs.Count > 0)
        {
            await committer.CommitAsync(new ChangeSet { Id = Identifiers.New(now), Workspace = scope.Workspace, At = now, Actor = "work", Jobs = jobs }, cancellationToken);
        }
    }

    // A worker holds a job for a moment only to see whether its scope is quiet yet, and puts it back as it was.
    private async Task UrgeAsync(string workspace, string id, CancellationToken cancellationToken)
    {
        for (var look = 0; look < Looks && await store.GetJobAsync(workspace, id, cancellationToken) is { Priority: 0, State: JobState.Queued or JobState.Running or JobState.Retrying } job; look++)
        {
            if (job.State == JobState.Running)
            {
                await Task.Delay(LookPause, time, cancellationToken);
            }
            else if (await store.TryUpdateJobAsync(new JobUpdate(job, job with { State = JobState.Queued, Priority = 1 }) { DueIn = TimeSpan.Zero }, cancellationToken) is not null)
            {
                return;
            }
        }
    }

    private async Task<WorkResult> AnswerAsync(Scope scope, IReadOnlyList<Job> jobs, JobHandler handler, bool wait, CancellationToken cancellationToken)
    {
        var going = new List<string>();
        var made = new List<string>();
        foreach (var id in jobs.Select(job => job.Id))
        {
            await UrgeAsync(scope.Workspace, id, cancellationToken);
            var job = wait ? await waiter.WaitAsync(scope.Workspace, id, cancellationToken) : await store.GetJobAsync(scope.Workspace, id, cancellationToken);
            if (wait && job is { State: JobState.Dead or JobState.Cancelled })
            {
                throw JobEnd.GivenUp(job, "Everything is kept", $"was to {job.Kind}");
            }

            made.AddRange(job is null ? [] : JobResult.MemoriesOf(job));
            if (job is { State: JobState.Queued or JobState.Running or JobState.Retrying })
            {
                going.Add(id);
            }
        }

        var touched = await store.GetAsync(scope.Workspace, [.. made.Distinct(StringComparer.Ordinal)], cancellationToken);
        return new WorkResult
        {
            Memories = [.. touched.Where(memory => scope.Sees(memory.Scope)).Select(MemoryDocument.From)],
            Mode = handler is ConsolidateHandler { UsesModel: false } or ReflectHandler { UsesModel: false } ? Modes.Verbatim : Modes.Inferred,
            JobIds = going,
        };
    }
}
