using Remanence.Editing;
using Remanence.Ingest.Consolidation;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.PersonalMemory.Reconciliation;
using Remanence.Services;
using Remanence.Services.Rules;
using Remanence.Stores.Filters;

namespace Remanence.PersonalMemory.Work;

/// <summary>
/// Consolidation and reflection when a caller asks for them: the jobs that the background would run, at once, and what they made. Thread-safe.
/// </summary>
/// <param name="memories">What is remembered.</param>
/// <param name="requests">Has jobs done.</param>
/// <param name="handlers">Who does them.</param>
public sealed class PersonWork(MemoryAccess memories, JobRequests requests, IReadOnlyList<JobHandler> handlers)
{
    private static readonly MemoryFilter Known = new MemoryFilter.And([
        new MemoryFilter.Kind([MemoryKinds.Observation]),
        new MemoryFilter.Status([MemoryStatus.Active]),
    ]);

    /// <summary>
    /// Consolidates the conversations of a scope that have not been yet, and settles what contradicts or repeats among what is known of its people.
    /// </summary>
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
                jobs.Add(
                    new Job
                    {
                        Id = id,
                        Scope = resource.Scope,
                        Kind = JobKinds.Consolidate,
                        Payload = new ConsolidationWork(resource.Id, 1).ToPayload(),
                        DueAt = now,
                        RecordedAt = now,
                        UpdatedAt = now,
                    });
            }
        }

        jobs.AddRange(await SettlingAsync(scope, jobs, now, cancellationToken));

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

    // Contradictions that stand already, of people for whom nothing else is to do.
    private async Task<IReadOnlyList<Job>> SettlingAsync(Scope scope, IReadOnlyList<Job> jobs, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var busy = jobs.Select(job => job.Scope.ToPerson()).ToHashSet();
        var known = await memories.ListAsync(scope, Known, cancellationToken).Where(fact => !busy.Contains(fact.Scope)).ToListAsync(cancellationToken);
        return
        [
            .. from fact in known
            group fact by fact.Scope into facts
            where !Reconciler.Reconcile([], facts, [], now).IsEmpty
            select new Job
            {
                Id = Identifiers.New(now),
                Scope = facts.Key,
                Kind = JobKinds.Consolidate,
                Payload = ConsolidationWork.Settling.ToPayload(),
                DueAt = now,
                RecordedAt = now,
                UpdatedAt = now,
            },
        ];
    }

    private JobHandler Handler(string kind) => handlers.FirstOrDefault(handler => handler.Kind == kind)
        ?? throw new InvalidRequestException("workspace", $"Nothing here can {kind}: the flow \"{kind}\" is disabled.");
}
