using System.Globalization;
using System.Text;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Wire;

namespace Remanence.Client;

/// <content>What is remembered about people.</content>
public sealed partial class HttpMemoryService
{
    /// <inheritdoc/>
    public override async Task<Memory> AddAsync(string workspace, AddMemoryRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Representable.Check(request);
        var body = Connection.Body(request, RemanenceJson.Default.AddMemoryRequest);
        var message = Connection.Request(HttpMethod.Post, _connection.Workspace(workspace).Path("/memories"), body, request.IdempotencyKey);
        return (await _connection.WriteAsync(message, RemanenceJson.Default.MemoryDocument, cancellationToken)).ToMemory();
    }

    /// <inheritdoc/>
    public Task<WorkResult> ConsolidateAsync(Scope scope, bool wait = true, CancellationToken cancellationToken = default) =>
        WorkAsync(scope, "/consolidate", wait, cancellationToken);

    /// <inheritdoc/>
    public Task<WorkResult> ReflectAsync(Scope scope, bool wait = true, CancellationToken cancellationToken = default) =>
        WorkAsync(scope, "/reflect", wait, cancellationToken);

    /// <inheritdoc/>
    public override Task<UserProfile> GetProfileAsync(Scope scope, int? maxTokens = null, CancellationToken cancellationToken = default) =>
        _connection.GetAsync(
            In(scope).Path("/profile").Scope(scope).Query("max_tokens", maxTokens?.ToString(CultureInfo.InvariantCulture)),
            RemanenceJson.Default.UserProfile,
            cancellationToken);

    private Task<WorkResult> WorkAsync(Scope scope, string path, bool wait, CancellationToken cancellationToken)
    {
        var body = new ByteArrayContent(Encoding.ASCII.GetBytes(wait ? "{\"wait\":true}" : "{\"wait\":false}"));
        body.Headers.ContentType = new("application/json");
        return _connection.WriteAsync(
            Connection.Request(HttpMethod.Post, In(scope).Path(path).Scope(scope), body),
            RemanenceJson.Default.WorkResult,
            cancellationToken);
    }
}
