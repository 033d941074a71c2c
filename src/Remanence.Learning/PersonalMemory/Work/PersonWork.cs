using Remanence.Editing;
using Remanence.Ingest;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Services;

namespace Remanence.PersonalMemory.Work;

/// <summary>Consolidation and reflection when a caller asks for them: the jobs that the background would run, at once, and what they made. Thread-safe.</summary>
/// <param name="memories">What is remembered.</param>
/// <param name="requests">Has jobs done.</param>
/// <param name="handlers">Who does them.</param>
public sealed class PersonWork(MemoryAccess memories, JobRequests requests, IReadOnlyList<JobHandler> handlers)
{
    /// <summary>Consolidates the conversations of a scope that have not been yet.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="wait">Whether to wait for the end.</param>
    /// <param name="cancellationToken">Ends the waiting, not the work.</param>
    /// <exception cref="InvalidRequestException">Nobody here consolidates.</exception>
    /// <exception cref="JobFailedException">The work was given up or cancelled.</exception>
    public async Task<WorkResult> ConsolidateAsync(Scope scope, bool wait, CancellationToken cancellationToken)
    {
        RequestRules.CheckScope(scope);
        var handler = Handler(JobKinds.Consolidate);
        var now = memories.Time.GetUtcNow();
        var jobs = await requests.WaitingAsync(scope, JobKinds.Consolidate, cancellationToken).ToListAsync(cancellationToken);
        var named = jobs.Select(job => ConsolidationWork.Of(job).ResourceId).ToHashSet(StringComparer.Ordinal);
        foreach (var resource in await memories.ConversationsAsync(scope, cancellationToken))
        {
            if (!ConsolidationMark.IsOn(resource) && !named.Contains(resource.Id))
            {
                var id = Identifiers.From("consolidate", scope.Workspace, resource.Id);
                jobs.Add(new Job { Id = id, Scope = resource.Scope, Kind = JobKinds.Consolidate, Payload = new ConsolidationWork(resource.Id, 1).ToPayload(), DueAt = now, RecordedAt = now, UpdatedAt = now });
            }
        }

        // Those that run end first.
        return await requests.RunAsync(scope, [.. jobs.OrderBy(job => job.State != JobState.Running)], handler, wait, cancellationToken);
    }

    /// <summary>Draws insights from what is known about the person of a scope.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="wait">Whether to wait for the end.</param>
    /// <param name="cancellationToken">Ends the waiting, not the work.</param>
    /// <exception cref="InvalidRequestException">Nobody here reflects.</exception>
    /// <exception cref="JobFailedException">The work was given up or cancelled.</exception>
    public async Task<WorkResult> ReflectAsync(Scope scope, bool wait, CancellationToken cancellationToken)
    {
        RequestRules.CheckScope(scope);
        var handler = Handler(JobKinds.Reflect);
        var now = memories.Time.GetUtcNow();
        Job[] jobs = await memories.ExistsAsync(scope.Workspace, cancellationToken)
            ? [new Job { Id = Identifiers.New(now), Scope = scope.ToPerson(), Kind = JobKinds.Reflect, DueAt = now, RecordedAt = now, UpdatedAt = now }]
            : [];
        return await requests.RunAsync(scope, jobs, handler, wait, cancellationToken);
    }

    private JobHandler Handler(string kind) => handlers.FirstOrDefault(handler => handler.Kind == kind)
        ?? throw new InvalidRequestException("workspace", $"Nothing here can {kind}: the flow \"{kind}\" is disabled.");
}
