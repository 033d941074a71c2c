using System.Runtime.CompilerServices;
using System.Text.Json;
using Remanence.Stores;
using Remanence.Transfer;
using Remanence.Wire;

namespace Remanence.Client;

/// <content>Whole workspaces.</content>
public sealed partial class HttpMemoryService
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkspaceInfo>> ListWorkspacesAsync(CancellationToken cancellationToken = default) =>
        _connection.GetAsync(_connection.At("/v1/workspaces"), RemanenceJson.Default.IReadOnlyListWorkspaceInfo, cancellationToken);

    /// <inheritdoc/>
    public Task<Erasure> DropWorkspaceAsync(string workspace, CancellationToken cancellationToken = default) =>
        _connection.WriteAsync(Connection.Request(HttpMethod.Delete, _connection.Workspace(workspace)), RemanenceJson.Default.Erasure, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ExportRecord> ExportAsync(string workspace, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var response = await _connection.SendReadAsync(
            HttpMethod.Post,
            _connection.Workspace(workspace).Path("/export"),
            static () => null,
            cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var reader = new StreamReader(stream);
        while (await ReadLineAsync(reader, cancellationToken) is { } line)
        {
            yield return Parse(line, response);
        }
    }

    /// <inheritdoc/>
    public async Task<ImportResult> ImportAsync(string workspace, IAsyncEnumerable<ExportRecord> records, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        var body = new RecordLines(records);
        try
        {
            return await _connection.WriteAsync(
                Connection.Request(HttpMethod.Post, _connection.Workspace(workspace).Path("/import"), body),
                RemanenceJson.Default.ImportResult,
                cancellationToken);
        }
        catch (Exception) when (body.SourceFailure is { } failure)
        {
            failure.Throw();
            throw;
        }
    }

    private async Task<string?> ReadLineAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // An export cut off must not look like a short one.
            throw _connection.Unreachable(exception);
        }
    }

    private static ExportRecord Parse(string line, HttpResponseMessage response)
    {
        try
        {
            return JsonSerializer.Deserialize(line, RemanenceJson.Default.ExportRecord) ?? throw Connection.Unreadable(response, null);
        }
        catch (JsonException exception)
        {
            throw Connection.Unreadable(response, exception);
        }
    }
}
