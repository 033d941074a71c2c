using Remanence.Categories;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Resources;
using Remanence.Stores;

namespace Remanence.Services;

/// <summary>
/// Everything that can be done with a memory, whether in this process or over HTTP. Thread-safe. Wrong requests throw
/// <see cref="InvalidRequestException"/> before anything is stored; ids that do not exist or that the scope may not see throw
/// <see cref="MemoryNotFoundException"/>. A scope sees its own and what is shared (<see cref="Scope.Sees"/>).
/// </summary>
public abstract class MemoryService
{
    /// <summary>Keeps messages: durable and searchable when the task completes.</summary>
    /// <param name="workspace">The workspace; created when new.</param>
    /// <param name="request">The messages.</param>
    /// <param name="cancellationToken">Stops it; nothing or everything is stored.</param>
    public abstract Task<MemorizeResult> MemorizeAsync(string workspace, MemorizeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Finds memories.</summary>
    /// <param name="workspace">The workspace; an unknown one holds nothing.</param>
    /// <param name="request">The question.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public abstract Task<RetrieveResult> RetrieveAsync(string workspace, RetrieveRequest request, CancellationToken cancellationToken = default);

    /// <summary>Keeps a memory as somebody states it, durable and searchable when the task completes.</summary>
    /// <param name="workspace">The workspace; created when new.</param>
    /// <param name="request">The memory.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    public abstract Task<Memory> AddAsync(string workspace, AddMemoryRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes observations of the messages in the scope that none were made of yet, those stored without extraction among them: at once, whatever quiet spell the
    /// background would wait for. Twice changes nothing.
    /// </summary>
    /// <param name="scope">Whose messages.</param>
    /// <param name="wait">Whether to answer only when it is done, within the server's limit for waiting; else the jobs are named.</param>
    /// <param name="cancellationToken">Ends the waiting, not the work.</param>
    /// <exception cref="JobFailedException">It was given up while the caller waited.</exception>
    public abstract Task<WorkResult> ConsolidateAsync(Scope scope, bool wait = true, CancellationToken cancellationToken = default);

    /// <summary>Draws insights from the observations in the scope, and settles what contradicts or repeats among them.</summary>
    /// <param name="scope">Whose observations.</param>
    /// <param name="wait">As for <see cref="ConsolidateAsync"/>.</param>
    /// <param name="cancellationToken">Ends the waiting, not the work.</param>
    /// <exception cref="JobFailedException">It was given up while the caller waited.</exception>
    public abstract Task<WorkResult> ReflectAsync(Scope scope, bool wait = true, CancellationToken cancellationToken = default);

    /// <summary>A portrait of a user from what is remembered: no model is asked, and nothing is stored.</summary>
    /// <param name="scope">Whose; it names a user.</param>
    /// <param name="maxTokens">The most that its text may take, estimated; null: 500.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<UserProfile> GetProfileAsync(Scope scope, int? maxTokens = null, CancellationToken cancellationToken = default);

    /// <summary>A memory, of any status.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="id">The memory.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Memory> GetAsync(Scope scope, string id, CancellationToken cancellationToken = default);

    /// <summary>A page of memories in the order in which they were first stored.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Page<Memory>> ListAsync(MemoryQuery query, CancellationToken cancellationToken = default);

    /// <summary>Changes a memory.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="id">The memory.</param>
    /// <param name="patch">The changes.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    public abstract Task<Memory> UpdateAsync(Scope scope, string id, MemoryPatch patch, CancellationToken cancellationToken = default);

    /// <summary>Takes a memory out; its history stays, and <see cref="RestoreAsync"/> brings it back.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="id">The memory.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    public abstract Task ForgetAsync(Scope scope, string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Brings back a memory that was forgotten, makes one that was superseded or expired active again, or else undoes its last change.
    /// </summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="id">The memory.</param>
    /// <param name="sequence">The commit whose state to go back to; null: the last state before now.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    public abstract Task<Memory> RestoreAsync(Scope scope, string id, long? sequence = null, CancellationToken cancellationToken = default);

    /// <summary>All changes of a memory, oldest first, also of one that was forgotten.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="id">The memory.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<IReadOnlyList<HistoryEntry>> GetHistoryAsync(Scope scope, string id, CancellationToken cancellationToken = default);

    /// <summary>Erases everything of a user, an agent or a session, beyond recovery.</summary>
    /// <param name="scope">Whose; at least one of the three is named.</param>
    /// <param name="cancellationToken">Stops it before anything is removed.</param>
    public abstract Task<Erasure> EraseAsync(Scope scope, CancellationToken cancellationToken = default);

    /// <summary>Erases one memory and its history, beyond recovery; the resource that it came from stays.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="id">The memory.</param>
    /// <param name="cancellationToken">Stops it before anything is removed.</param>
    public abstract Task<Erasure> EraseAsync(Scope scope, string id, CancellationToken cancellationToken = default);

    /// <summary>Keeps a document and makes memories of its passages.</summary>
    /// <param name="workspace">The workspace; created when new.</param>
    /// <param name="request">The document.</param>
    /// <param name="cancellationToken">Stops it; nothing or everything is stored.</param>
    public abstract Task<MemorizeResult> AddResourceAsync(string workspace, ResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>A resource.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="id">The resource.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Resource> GetResourceAsync(Scope scope, string id, CancellationToken cancellationToken = default);

    /// <summary>A page of resources, their texts left out.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Page<Resource>> ListResourcesAsync(PageQuery query, CancellationToken cancellationToken = default);

    /// <summary>A page of a conversation's messages.</summary>
    /// <param name="resourceId">The conversation.</param>
    /// <param name="query">What to list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Page<StoredMessage>> ListMessagesAsync(string resourceId, PageQuery query, CancellationToken cancellationToken = default);

    /// <summary>A category.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="id">The category.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Category> GetCategoryAsync(Scope scope, string id, CancellationToken cancellationToken = default);

    /// <summary>A page of categories.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Page<Category>> ListCategoriesAsync(PageQuery query, CancellationToken cancellationToken = default);

    /// <summary>A job.</summary>
    /// <param name="id">The job.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Job> GetJobAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>A page of jobs in the order in which they were first stored.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="states">Only these states; empty: all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Page<Job>> ListJobsAsync(PageQuery query, IReadOnlyList<JobState> states, CancellationToken cancellationToken = default);

    /// <summary>
    /// Queues a dead or cancelled job again, its failures forgiven, or has one that waits for its next attempt begin at once; any other state throws
    /// <see cref="MemoryConflictException"/>.
    /// </summary>
    /// <param name="id">The job.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    public abstract Task<Job> RetryJobAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Cancels a job that has not ended; one that has throws <see cref="MemoryConflictException"/>.</summary>
    /// <param name="id">The job.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    public abstract Task<Job> CancelJobAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// What changed after a commit, in the order of the commits, and then every change as it happens: a memory changed several times since is told once, as it
    /// is now. Ends by cancellation, or when the server stops.
    /// </summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="after">The last commit known, 0 before the first; null: the present.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public abstract IAsyncEnumerable<MemoryChange> WatchAsync(Scope scope, long? after = null, CancellationToken cancellationToken = default);

    /// <summary>All workspaces, by name.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<IReadOnlyList<WorkspaceInfo>> ListWorkspacesAsync(CancellationToken cancellationToken = default);

    /// <summary>Erases a workspace, beyond recovery.</summary>
    /// <param name="workspace">The workspace; an unknown one throws <see cref="MemoryNotFoundException"/>.</param>
    /// <param name="cancellationToken">Stops it before anything is removed.</param>
    public abstract Task<Erasure> DropWorkspaceAsync(string workspace, CancellationToken cancellationToken = default);

    /// <summary>Everything in a workspace, losslessly, jobs left out.</summary>
    /// <param name="workspace">The workspace; an unknown one throws <see cref="MemoryNotFoundException"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract IAsyncEnumerable<ExportRecord> ExportAsync(string workspace, CancellationToken cancellationToken = default);

    /// <summary>Brings an export into a workspace, in batches; what exists already by id is skipped, so an import cut off can be repeated.</summary>
    /// <param name="workspace">The workspace; created when new; need not be the exported one.</param>
    /// <param name="records">The export.</param>
    /// <param name="cancellationToken">Stops it after a batch.</param>
    public abstract Task<ImportResult> ImportAsync(string workspace, IAsyncEnumerable<ExportRecord> records, CancellationToken cancellationToken = default);
}
