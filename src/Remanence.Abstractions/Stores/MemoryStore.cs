using Remanence.Categories;
using Remanence.Embeddings;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Resources;
using Remanence.Stores.History;
using Remanence.Stores.Reads;

namespace Remanence.Stores;

/// <summary>
/// Where memories are kept. Thread-safe. Ids, names and texts are data: any well-formed UTF-16 string without NUL is stored and
/// compared as it is; a change set with another is refused (<see cref="StoreArguments"/>), since not every database keeps it. Times are kept to the tick with
/// their offset, and JSON (metadata, payloads) as the text that came. Methods throw <see cref="ArgumentException"/> on misuse and a
/// <see cref="RemanenceException"/> on what the caller can act on; cancelling before a commit begins to write leaves no trace, afterwards the commit is whole.
/// </summary>
public abstract class MemoryStore : IAsyncDisposable
{
    /// <summary>
    /// What was found to be damaged since the store was opened, by opening it, by reading or by a check of its own; null: nothing so far. From then on every
    /// change is refused with a <see cref="StoreDamagedException"/>, since it might not be found again; what can be read is read. A store that cannot be
    /// damaged leaves it null.
    /// </summary>
    public virtual StoreDamagedException? Damage => null;

    /// <summary>
    /// <see cref="Damage"/>, once all of the store was looked through since it was opened, which a long one is for the first who asks: what is read to be kept
    /// elsewhere must not lack what an index no longer leads to. A store that cannot be damaged answers null.
    /// </summary>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public virtual Task<StoreDamagedException?> FindDamageAsync(CancellationToken cancellationToken) => Task.FromResult(Damage);

    /// <summary>
    /// Whether changes are refused for want of room: what the next one would be told; null: there is room. As long as there is none, the store looks by itself
    /// for when there is some again. A store that is never full leaves it null.
    /// </summary>
    /// <param name="cancellationToken">Stops the looking.</param>
    public virtual Task<StoreFullException?> FindFullAsync(CancellationToken cancellationToken) => Task.FromResult<StoreFullException?>(null);

    /// <summary>Creates or opens what the store needs. Must be called once before anything else.</summary>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="StoreUnavailableException">It cannot be opened. One that is damaged may open all the same, for what can be read:
    /// <see cref="Damage"/>.</exception>
    public abstract Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Applies a change set atomically and durably: when the task completes, a crash does not undo it.</summary>
    /// <param name="changes">The change set.</param>
    /// <param name="cancellationToken">Honoured until writing begins.</param>
    public abstract Task<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken);

    /// <summary>A memory by id, of any status; null when there is none.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Memory?> GetAsync(string workspace, string id, CancellationToken cancellationToken)
    {
        var found = await GetAsync(workspace, [id], cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The memories that exist among the ids, in the order of the ids.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<IReadOnlyList<Memory>> GetAsync(string workspace, IReadOnlyList<string> ids, CancellationToken cancellationToken);

    /// <summary>A page of memories in the order in which they were first stored; writes meanwhile neither hide nor repeat one.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Page<Memory>> QueryAsync(MemoryQuery query, CancellationToken cancellationToken);

    /// <summary>The ids of all memories that fulfil the query, its cursor and limit being ignored.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<IReadOnlyList<string>> QueryIdsAsync(MemoryQuery query, CancellationToken cancellationToken);

    /// <summary>All changes of a memory, oldest first, also of one that was deleted; empty when it never was.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="memoryId">The memory.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<IReadOnlyList<HistoryEntry>> GetHistoryAsync(string workspace, string memoryId, CancellationToken cancellationToken);

    /// <summary>
    /// Ids of the memories that link to one of these, or did before they were changed or forgotten, in no order. It may name some whose links are gone for
    /// good: who needs to know reads their history. Asked with every change and erasure of a fact, so a store of size should have an index for it; this reads
    /// the whole workspace.
    /// </summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="memoryIds">The memories that are linked to.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public virtual async Task<IReadOnlyList<string>> QueryLinkingAsync(string workspace, IReadOnlyList<string> memoryIds, CancellationToken cancellationToken)
    {
        StoreArguments.RequireText(workspace, nameof(workspace));
        StoreArguments.CheckTexts(memoryIds, "A memory's id");
        var targets = memoryIds.ToHashSet(StringComparer.Ordinal);
        bool Links(Memory? memory) => memory is not null && memory.Links.Any(link => targets.Contains(link.MemoryId));
        var linking = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var entry in ReadHistoryAsync(workspace, cancellationToken))
        {
            if (Links(entry.Before) || Links(entry.After))
            {
                linking.Add(entry.MemoryId);
            }
        }

        var query = new MemoryQuery { Scope = new Scope(workspace), Limit = StoreArguments.MaxLimit };
        for (string? cursor = null; ;)
        {
            var page = await QueryAsync(query with { Cursor = cursor }, cancellationToken);
            linking.UnionWith(page.Items.Where(Links).Select(memory => memory.Id));
            if ((cursor = page.NextCursor) is null)
            {
                return [.. linking];
            }
        }
    }

    /// <summary>The history of the whole workspace, in the order in which it happened. Reads one consistent snapshot, and ends.</summary>
    /// <param name="workspace">The workspace; an unknown one yields nothing.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract IAsyncEnumerable<HistoryEntry> ReadHistoryAsync(string workspace, CancellationToken cancellationToken);

    /// <summary>A resource by id; null when there is none.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Resource?> GetResourceAsync(string workspace, string id, CancellationToken cancellationToken);

    /// <summary>A page of resources.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Page<Resource>> QueryResourcesAsync(PageQuery query, CancellationToken cancellationToken);

    /// <summary>A page of a conversation's messages, by position.</summary>
    /// <param name="resourceId">The conversation; one outside the query's scope yields nothing.</param>
    /// <param name="query">What to list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Page<StoredMessage>> QueryMessagesAsync(string resourceId, PageQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// A conversation's messages of these ids, by position; several where an id came more than once. This reads the whole conversation; a store of size should
    /// have an index.
    /// </summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="resourceId">The conversation; an unknown one yields nothing.</param>
    /// <param name="messageIds">The messages.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public virtual async Task<IReadOnlyList<StoredMessage>> GetMessagesAsync(
        string workspace, string resourceId, IReadOnlyList<string> messageIds, CancellationToken cancellationToken)
    {
        StoreArguments.CheckTexts(messageIds, "A message's id");
        var wanted = messageIds.ToHashSet(StringComparer.Ordinal);
        var found = new List<StoredMessage>();
        var query = new PageQuery { Scope = new Scope(workspace), Limit = StoreArguments.MaxLimit };
        for (string? cursor = null; ;)
        {
            var page = await QueryMessagesAsync(resourceId, query with { Cursor = cursor }, cancellationToken);
            found.AddRange(page.Items.Where(stored => stored.Message.Id is { } id && wanted.Contains(id)));
            if ((cursor = page.NextCursor) is null)
            {
                return found;
            }
        }
    }

    /// <summary>A category by id; null when there is none.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Category?> GetCategoryAsync(string workspace, string id, CancellationToken cancellationToken);

    /// <summary>A page of categories.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Page<Category>> QueryCategoriesAsync(PageQuery query, CancellationToken cancellationToken);

    /// <summary>A job by id; null when the workspace has none such.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Job?> GetJobAsync(string workspace, string id, CancellationToken cancellationToken);

    /// <summary>
    /// The workspace of a job, whose ids are unique over all workspaces; null when there is no such job. For a surface that is asked for a job by its id alone,
    /// and may show it to whoever knows that; everything else names the workspace.
    /// </summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<string?> FindJobWorkspaceAsync(string id, CancellationToken cancellationToken);

    /// <summary>A page of jobs.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="states">Only these states; empty: all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Page<Job>> QueryJobsAsync(PageQuery query, IReadOnlyList<JobState> states, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces a job when it is still as the caller read it (same <see cref="Job.UpdatedAt"/>, <see cref="Job.State"/>, <see cref="Job.LeaseOwner"/> and
    /// <see cref="Job.Attempts"/>). Its times are set by the store's clock, as <see cref="JobClock.Update"/> does.
    /// </summary>
    /// <param name="update">The job as read, and its new state.</param>
    /// <param name="cancellationToken">Honoured until writing begins.</param>
    /// <returns>The job as it is now; null when somebody else changed it first.</returns>
    public abstract Task<Job?> TryUpdateJobAsync(JobUpdate update, CancellationToken cancellationToken);

    /// <summary>
    /// Takes the next due job, any workspace, by priority and then age, for a worker: <see cref="JobState.Running"/>, one more attempt, and leased
    /// (<see cref="JobClock.Lease"/>). What is due and which lease is over is told by the store's clock, the same for all workers. A running job whose lease is
    /// over counts as due, and its vanished run as one more of its <see cref="Job.Failures"/>; of one scope only one job runs at a time.
    /// </summary>
    /// <param name="owner">The worker.</param>
    /// <param name="lease">After which time the worker loses it, unless it renews the lease.</param>
    /// <param name="kinds">The kinds that the worker knows; jobs of others wait. Empty: any.</param>
    /// <param name="cancellationToken">Honoured until writing begins.</param>
    /// <returns>Null when nothing is due.</returns>
    public abstract Task<Job?> LeaseJobAsync(
        string owner, TimeSpan lease, IReadOnlyList<string> kinds, CancellationToken cancellationToken);

    /// <summary>
    /// Waits until a job may have become free for a worker since an earlier call: queued, handed back, ended, gone, whoever did it, in this process or another.
    /// It may return for nothing, and does not watch the clock. A worker that looks for a job in vain and then waits with what the call before that look
    /// returned misses none.
    /// </summary>
    /// <param name="known">What the last call returned; at first 0.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>For the next call.</returns>
    public abstract Task<long> WaitForJobsAsync(long known, CancellationToken cancellationToken);

    /// <summary>
    /// Waits until a job is in another state, attempt or hand than it was, or gone, whoever did it; at once when it is. Progress and renewals do not count.
    /// </summary>
    /// <param name="known">The job as it was read.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public abstract Task WaitForJobAsync(Job known, CancellationToken cancellationToken);

    /// <summary>The jobs of exactly this scope and kind that wait, due or not, or whose lease is over, oldest first.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="limit">At most so many, 1 to 1000.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<IReadOnlyList<Job>> GetWaitingJobsAsync(Scope scope, string kind, int limit, CancellationToken cancellationToken);

    /// <summary>How many jobs of all workspaces stand where, kind by kind; states without jobs are left out.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<IReadOnlyList<JobCount>> CountJobsAsync(CancellationToken cancellationToken);

    /// <summary>Removes jobs that succeeded or were cancelled, of all workspaces; dead ones stay for somebody to look at.</summary>
    /// <param name="age">Only those that last changed longer ago.</param>
    /// <param name="cancellationToken">Honoured until writing begins.</param>
    /// <returns>How many were removed.</returns>
    public abstract Task<long> PruneJobsAsync(TimeSpan age, CancellationToken cancellationToken);

    /// <summary>
    /// The vectors of a space that were written after a commit, in the order in which their memories were first stored; from 0 all. Reads one consistent
    /// snapshot, and ends.
    /// </summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="space">The space; one that the workspace does not have yields nothing.</param>
    /// <param name="afterSequence">The last commit known.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract IAsyncEnumerable<MemoryVectors> ReadVectorsAsync(
        string workspace, EmbeddingSpace space, long afterSequence, CancellationToken cancellationToken);

    /// <summary>The vectors that memories have in a space, in the order of the ids; those without any are left out.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="space">The space.</param>
    /// <param name="memoryIds">The memories.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<IReadOnlyList<MemoryVectors>> GetVectorsAsync(
        string workspace, EmbeddingSpace space, IReadOnlyList<string> memoryIds, CancellationToken cancellationToken);

    /// <summary>A page of the memories that have nothing in a space yet, of any status, in the order in which they were first stored, each with the commit that
    /// last changed it. A space that the workspace does not have lacks all of them.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="space">The space.</param>
    /// <param name="cursor">Where to go on; null: from the start.</param>
    /// <param name="limit">At most so many, 1 to <see cref="StoreArguments.MaxLimit"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Page<MemoryChange>> QueryUnembeddedAsync(
        string workspace, EmbeddingSpace space, string? cursor, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// How far a workspace is; null when it does not exist. Asked before every search, so it costs one look-up, and it shows every commit and erasure that
    /// completed before the call, whichever process made it.
    /// </summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract ValueTask<Freshness?> GetFreshnessAsync(string workspace, CancellationToken cancellationToken);

    /// <summary>A workspace, or null when nothing was ever stored in it.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<WorkspaceInfo?> GetWorkspaceAsync(string workspace, CancellationToken cancellationToken);

    /// <summary>All workspaces, by name (ordinal).</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<IReadOnlyList<WorkspaceInfo>> ListWorkspacesAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Removes a workspace and everything in it, beyond recovery from the store's files. Created again it has another <see cref="Freshness.Generation"/>, and
    /// its commits go on above the numbers that this one had.
    /// </summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="cancellationToken">Honoured until writing begins.</param>
    /// <returns>What was removed.</returns>
    public abstract Task<Erasure> DropWorkspaceAsync(string workspace, CancellationToken cancellationToken);

    /// <summary>
    /// Removes what belongs to the scope (<see cref="Scope.Owns"/>): memories, their vectors, their history, resources, messages, categories, jobs, also what
    /// change sets recorded, beyond recovery from the store's files. Where memories or history went, the workspace has a new
    /// <see cref="Freshness.Generation"/>; where memories went, the erasure has a commit number, too, and readers of the change feed see them go.
    /// </summary>
    /// <param name="scope">Whose; it must name a user, an agent or a session, else <see cref="ArgumentException"/>.</param>
    /// <param name="cancellationToken">Honoured until writing begins.</param>
    /// <returns>What was removed.</returns>
    public abstract Task<Erasure> EraseAsync(Scope scope, CancellationToken cancellationToken);

    /// <summary>Removes single memories, their vectors and their history, and of those of kind <see cref="MemoryKinds.Message"/> the messages, beyond recovery
    /// from the store's files; their resources stay. <see cref="Freshness"/> moves as with the other erasure.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="memoryIds">The memories.</param>
    /// <param name="cancellationToken">Honoured until writing begins.</param>
    /// <returns>What was removed.</returns>
    public abstract Task<Erasure> EraseAsync(string workspace, IReadOnlyList<string> memoryIds, CancellationToken cancellationToken);

    /// <summary>
    /// Completes when no trace of what was erased before is left in the store's files. Most erasures are done with it when they answer;
    /// <see cref="Erasure.TracesUntil"/> says when one is not. Such traces are no data: nothing that the store reads has them. What takes longer than a minute
    /// fails, and goes on: a <see cref="StoreFullException"/> where it waits for room, a <see cref="StoreUnavailableException"/> where somebody still reads.
    /// </summary>
    /// <param name="cancellationToken">Stops the waiting, not the work.</param>
    public virtual Task FinishErasuresAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Closes the store.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
