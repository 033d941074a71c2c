using System.Buffers;
using System.Text;
using System.Text.Json;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Filters;
using Remanence.Stores.History;
using Remanence.Wire;

namespace Remanence.Client;

/// <content>Single memories and lists of them.</content>
public sealed partial class HttpMemoryService
{
    /// <inheritdoc/>
    public override async Task<Memory> GetAsync(Scope scope, string id, CancellationToken cancellationToken = default) =>
        (await _connection.GetAsync(MemoryAt(scope, id).Scope(scope), RemanenceJson.Default.MemoryDocument, cancellationToken)).ToMemory();

    /// <inheritdoc/>
    public override async Task<Page<Memory>> ListAsync(MemoryQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var address = In(query.Scope).Path("/memories").Page(query.Scope, query.Cursor, query.Limit).Query("filter", Write(query.Filter));
        var page = await _connection.GetAsync(address, RemanenceJson.Default.PageMemoryDocument, cancellationToken);
        return new Page<Memory>([.. page.Items.Select(document => document.ToMemory())], page.NextCursor);
    }

    /// <inheritdoc/>
    public async Task<Memory> UpdateAsync(Scope scope, string id, MemoryPatch patch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(patch);
        Representable.Check(patch);
        var request = Connection.Request(HttpMethod.Patch, MemoryAt(scope, id).Scope(scope), Connection.Body(patch, RemanenceJson.Default.MemoryPatch));
        return (await _connection.WriteAsync(request, RemanenceJson.Default.MemoryDocument, cancellationToken)).ToMemory();
    }

    /// <inheritdoc/>
    public override Task ForgetAsync(Scope scope, string id, CancellationToken cancellationToken = default) =>
        _connection.WriteAsync(Connection.Request(HttpMethod.Delete, MemoryAt(scope, id).Scope(scope)), cancellationToken);

    /// <inheritdoc/>
    public async Task<Memory> RestoreAsync(Scope scope, string id, long? sequence = null, CancellationToken cancellationToken = default)
    {
        var body = sequence is { } number ? new ByteArrayContent(Encoding.ASCII.GetBytes($"{{\"sequence\":{number}}}")) : null;
        if (body is not null)
        {
            body.Headers.ContentType = new("application/json");
        }

        var request = Connection.Request(HttpMethod.Post, MemoryAt(scope, id).Path("/restore").Scope(scope), body);
        return (await _connection.WriteAsync(request, RemanenceJson.Default.MemoryDocument, cancellationToken)).ToMemory();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HistoryEntry>> GetHistoryAsync(Scope scope, string id, CancellationToken cancellationToken = default)
    {
        var address = MemoryAt(scope, id).Path("/history").Scope(scope);
        var history = await _connection.GetAsync(address, RemanenceJson.Default.IReadOnlyListHistoryDocument, cancellationToken);
        return [.. history.Select(document => document.ToEntry())];
    }

    /// <inheritdoc/>
    public Task<Erasure> EraseAsync(Scope scope, CancellationToken cancellationToken = default) =>
        _connection.WriteAsync(
            Connection.Request(HttpMethod.Delete, In(scope).Path("/memories").Scope(scope)),
            RemanenceJson.Default.Erasure,
            cancellationToken);

    /// <inheritdoc/>
    public Task<Erasure> EraseAsync(Scope scope, string id, CancellationToken cancellationToken = default) => _connection.WriteAsync(
        Connection.Request(HttpMethod.Delete, MemoryAt(scope, id).Scope(scope).Query("erase", "true")), RemanenceJson.Default.Erasure, cancellationToken);

    /// <inheritdoc/>
    public Task FinishErasuresAsync(CancellationToken cancellationToken = default) =>
        _connection.WriteAsync(Connection.Request(HttpMethod.Post, _connection.At("/v1/erasures/finish")), cancellationToken);

    private WireUri MemoryAt(Scope scope, string id) => In(scope).Path("/memories").Segment("id", id);

    private static string? Write(MemoryFilter? filter)
    {
        if (filter is null)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            MemoryFilterJson.Write(writer, filter);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
