using Remanence.Jobs;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Ingest.Consolidation;

/// <summary>Queues new messages for consolidation, and answers callers who wait for it.</summary>
internal sealed class Consolidations(MemoryStore store, JobWaiter waiter)
{
    /// <summary>The change set with the job that consolidates its messages: durable together.</summary>
    /// <param name="changes">The messages.</param>
    /// <param name="urgent">Whether somebody waits; then no quiet spell holds the job up.</param>
    public static ChangeSet Queue(ChangeSet changes, bool urgent)
    {
        var job = new Job
        {
            Id = IdOf(changes),
            Scope = changes.Resources[0].Scope,
            Kind = JobKinds.Consolidate,
            Payload = new ConsolidationWork(changes.Resources[0].Id, changes.Messages.Count).ToPayload(),
            Priority = urgent ? 1 : 0,
            DueAt = changes.At,
            RecordedAt = changes.At,
            UpdatedAt = changes.At,
        };
        return new ChangeSet(changes) { Jobs = [.. changes.Jobs, job] };
    }

    /// <summary>Answers with what the job made when it is done, or names it.</summary>
    public async Task<MemorizeResult> AnswerAsync(ChangeSet changes, MemorizeResult kept, bool wait, CancellationToken cancellationToken)
    {
        var id = IdOf(changes);
        var job = wait ? await waiter.WaitAsync(changes.Workspace, id, cancellationToken) : await store.GetJobAsync(changes.Workspace, id, cancellationToken);
        return job?.State switch
        {
            // Erased meanwhile, or a request sent again after its job was pruned.
            null => kept,
            JobState.Succeeded => kept with
            {
                Mode = Modes.Inferred,
                Memories = [.. kept.Memories, .. (await MadeAsync(job, changes, cancellationToken)).Select(MemoryDocument.From)],
            },
            JobState.Dead or JobState.Cancelled when wait => throw JobEnd.GivenUp(job, "The messages are kept", "makes memories of them"),
            _ => kept with { JobId = id },
        };
    }

    // The same request again finds its job again.
    private static string IdOf(ChangeSet changes) => Identifiers.From("job", changes.Workspace, changes.Id);

    // A batch makes memories of other calls' messages, too; they are told by their sources.
    private async Task<IEnumerable<Memory>> MadeAsync(Job job, ChangeSet changes, CancellationToken cancellationToken)
    {
        var made = await store.GetAsync(changes.Workspace, JobResult.MemoriesOf(job), cancellationToken);
        return made.Where(memory => memory.Sources.Count == 0 || memory.Sources.Any(source => source.ResourceId == changes.Resources[0].Id));
    }
}
