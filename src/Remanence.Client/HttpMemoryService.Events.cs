using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Stores;
using Remanence.Wire;

namespace Remanence.Client;

/// <content>Events.</content>
public sealed partial class HttpMemoryService
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<MemoryChange> WatchAsync(
        Scope scope,
        long? after = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var address = _connection.Workspace(scope.Workspace).Path("/events").Scope(scope).Query("after", after?.ToString(CultureInfo.InvariantCulture));
        using var response = await _connection.SendReadAsync(HttpMethod.Get, address, static () => null, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var parser = SseParser.Create(stream, (_, data) => JsonSerializer.Deserialize(data, RemanenceJson.Default.ChangeDocument));
        await using var items = parser.EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(items, response))
        {
            if (items.Current.Data is { } change)
            {
                yield return change.ToChange();
            }
        }
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<SseItem<ChangeDocument?>> items, HttpResponseMessage response)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (JsonException exception)
        {
            throw Connection.Unreadable(response, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw _connection.Unreachable(exception);
        }
    }
}
