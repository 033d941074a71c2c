using System.Text.Json;
using Remanence.Categories;
using Remanence.Jobs;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Resources;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Transfer;
using Remanence.Wire;

namespace Remanence.Client;

/// <summary>
/// The memory service of a Remanence server, over its native HTTP API: the same contract and the same exceptions as in process. Reads are tried again
/// when the connection fails; writes are not, so name them with an idempotency key where they must be safe to repeat.
/// </summary>
public sealed partial class HttpMemoryService :
    MemoryService, IMemoryHistory, IMemoryEditing, IMemoryErasure, IMemoryResources, IMemoryCategories, IMemoryLearning, IMemoryJobs,
    IMemoryTransfer, IMemoryWatching, IMemoryWorkspaces, IDisposable
{
    private readonly Connection _connection;
    private readonly HttpClient? _owned;

    /// <summary>Speaks to a server through a client of its own.</summary>
    /// <param name="address">Where the server is, such as <c>http://127.0.0.1:8002</c>.</param>
    public HttpMemoryService(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        _owned = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };
        _connection = new Connection(_owned, address, TimeProvider.System);
    }

    /// <summary>Speaks to a server through a given client, which stays the caller's.</summary>
    /// <param name="client">The client; its base address says where the server is.</param>
    /// <param name="time">The clock that pauses between attempts. Default: the system's.</param>
    public HttpMemoryService(HttpClient client, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        var address = client.BaseAddress ?? throw new ArgumentException("The client needs a base address: that of the server.", nameof(client));
        _connection = new Connection(client, address, time ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public override Task<MemorizeResult> MemorizeAsync(string workspace, MemorizeRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Representable.Check(request);
        return _connection.WriteAsync(
            Connection.Request(
                HttpMethod.Post,
                _connection.Workspace(workspace).Path("/messages"),
                Connection.Body(request, RemanenceJson.Default.MemorizeRequest),
                request.IdempotencyKey),
            RemanenceJson.Default.MemorizeResult,
            cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<RetrieveResult> RetrieveAsync(string workspace, RetrieveRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Representable.Check("query", request.Query);
        return _connection.ReadAsync(
            HttpMethod.Post,
            _connection.Workspace(workspace).Path("/search"),
            () => Connection.Body(request, RemanenceJson.Default.RetrieveRequest),
            RemanenceJson.Default.RetrieveResult,
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<MemorizeResult> AddResourceAsync(string workspace, ResourceRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Representable.Check("text", request.Text);
        return await _connection.WriteAsync(
            Connection.Request(
                HttpMethod.Post,
                _connection.Workspace(workspace).Path("/resources"),
                Connection.Body(request, RemanenceJson.Default.ResourceRequest),
                request.IdempotencyKey),
            RemanenceJson.Default.MemorizeResult,
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Resource> GetResourceAsync(Scope scope, string id, CancellationToken cancellationToken = default)
    {
        var address = In(scope).Path("/resources").Segment("id", id).Scope(scope);
        return (await _connection.GetAsync(address, RemanenceJson.Default.ResourceDocument, cancellationToken)).ToResource();
    }

    /// <inheritdoc/>
    public async Task<Page<Resource>> ListResourcesAsync(PageQuery query, CancellationToken cancellationToken = default)
    {
        var page = await _connection.GetAsync(In(query, "/resources"), RemanenceJson.Default.PageResourceDocument, cancellationToken);
        return new Page<Resource>([.. page.Items.Select(document => document.ToResource())], page.NextCursor);
    }

    /// <inheritdoc/>
    public Task<Page<StoredMessage>> ListMessagesAsync(string resourceId, PageQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var address = In(query.Scope).Path("/resources").Segment("id", resourceId).Path("/messages").Page(query.Scope, query.Cursor, query.Limit);
        return _connection.GetAsync(address, RemanenceJson.Default.PageStoredMessage, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Category> GetCategoryAsync(Scope scope, string id, CancellationToken cancellationToken = default)
    {
        // Its members are a list of their own in the contract.
        var address = In(scope).Path("/categories").Segment("id", id).Page(scope, cursor: null, limit: 1);
        return (await _connection.GetAsync(address, RemanenceJson.Default.CategoryDocument, cancellationToken)).ToCategory();
    }

    /// <inheritdoc/>
    public async Task<Page<Category>> ListCategoriesAsync(PageQuery query, CancellationToken cancellationToken = default)
    {
        var page = await _connection.GetAsync(In(query, "/categories"), RemanenceJson.Default.PageCategoryDocument, cancellationToken);
        return new Page<Category>([.. page.Items.Select(document => document.ToCategory())], page.NextCursor);
    }

    /// <inheritdoc/>
    /// <remarks>What only a worker needs, the payload and the lease, stays on the server.</remarks>
    public async Task<Job> GetJobAsync(string id, CancellationToken cancellationToken = default) =>
        (await _connection.GetAsync(JobAt(id), RemanenceJson.Default.JobDocument, cancellationToken)).ToJob();

    /// <inheritdoc/>
    public async Task<Page<Job>> ListJobsAsync(PageQuery query, IReadOnlyList<JobState> states, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(states);
        var wanted = string.Join(',', states.Select(state => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString())));
        var address = In(query, "/jobs").Query("state", wanted.Length == 0 ? null : wanted);
        var page = await _connection.GetAsync(address, RemanenceJson.Default.PageJobDocument, cancellationToken);
        return new Page<Job>([.. page.Items.Select(document => document.ToJob())], page.NextCursor);
    }

    /// <inheritdoc/>
    public Task<Job> RetryJobAsync(string id, CancellationToken cancellationToken = default) => ChangeJobAsync(JobAt(id).Path("/retry"), cancellationToken);

    /// <inheritdoc/>
    public Task<Job> CancelJobAsync(string id, CancellationToken cancellationToken = default) => ChangeJobAsync(JobAt(id).Path("/cancel"), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _owned?.Dispose();

    private WireUri JobAt(string id) => _connection.At("/v1/jobs").Segment("id", id);

    private WireUri In(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return _connection.Workspace(scope.Workspace);
    }

    private WireUri In(PageQuery query, string path)
    {
        ArgumentNullException.ThrowIfNull(query);
        return In(query.Scope).Path(path).Page(query.Scope, query.Cursor, query.Limit);
    }

    private async Task<Job> ChangeJobAsync(WireUri address, CancellationToken cancellationToken) =>
        (await _connection.WriteAsync(Connection.Request(HttpMethod.Post, address), RemanenceJson.Default.JobDocument, cancellationToken)).ToJob();
}
