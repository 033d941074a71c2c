using Remanence.Memories;
using Remanence.Stores;
using Remanence.Transfer;

namespace Remanence.Services;

/// <summary>
/// What an agent needs of a memory, whether in this process, over HTTP, or in a database: keep, find, list, forget, and know a person. Thread-safe. Wrong
/// requests throw <see cref="InvalidRequestException"/> before anything is stored, also a wish that a service cannot fulfil, such as a filter or <c>as_of</c>:
/// none is passed over in silence. Ids that do not exist or that the scope may not see throw <see cref="MemoryNotFoundException"/>. A scope sees its own and
/// what is shared (<see cref="Scope.Sees"/>). What a service can do beyond, it says by an interface beside this class (<see cref="Require{T}"/>):
/// <see cref="IMemoryHistory"/>, <see cref="IMemoryEditing"/>, <see cref="IMemoryErasure"/>, <see cref="IMemoryResources"/>, <see cref="IMemoryCategories"/>,
/// <see cref="IMemoryLearning"/>, <see cref="IMemoryJobs"/>, <see cref="IMemoryTransfer"/>, <see cref="IMemoryWatching"/>, <see cref="IMemoryWorkspaces"/>.
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

    /// <summary>A memory, of any status.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="id">The memory.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Memory> GetAsync(Scope scope, string id, CancellationToken cancellationToken = default);

    /// <summary>A page of memories in the order in which they were first stored.</summary>
    /// <param name="query">What to list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<Page<Memory>> ListAsync(MemoryQuery query, CancellationToken cancellationToken = default);

    /// <summary>Takes a memory out; where the service keeps a history, <see cref="IMemoryHistory.RestoreAsync"/> brings it back.</summary>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="id">The memory.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    public abstract Task ForgetAsync(Scope scope, string id, CancellationToken cancellationToken = default);

    /// <summary>A portrait of a user from what is remembered: no model is asked, and nothing is stored.</summary>
    /// <param name="scope">Whose; it names a user.</param>
    /// <param name="maxTokens">The most that its text may take, estimated; null: 500.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public abstract Task<UserProfile> GetProfileAsync(Scope scope, int? maxTokens = null, CancellationToken cancellationToken = default);

    /// <summary>What the service can do beyond this class.</summary>
    /// <typeparam name="T">The interface, such as <see cref="IMemoryHistory"/>.</typeparam>
    /// <exception cref="MissingCapabilityException">The service does not implement it.</exception>
    public T Require<T>()
        where T : class =>
        this as T ?? throw new MissingCapabilityException($"This memory service, {GetType().Name}, has no {typeof(T).Name}; use one that implements it.");
}
