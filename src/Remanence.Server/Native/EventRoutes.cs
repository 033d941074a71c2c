using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Remanence.Diagnostics;
using Remanence.Http;
using Remanence.Json;
using Remanence.Server.Http;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Server.Native;

/// <summary>Changes as server-sent events, until the client goes or the server stops.</summary>
internal sealed class EventRoutes(IHostApplicationLifetime lifetime, OpenStreams streams, TimeProvider time)
{
    private const string LastEventId = "Last-Event-ID";

    // A commit may be as large as a workspace: what the client has not taken is not written.
    private const int FlushAt = 32 * 1024;

    // A connection on which nothing is said for long is cut by what lies between.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public void Map(NativeRoutes routes) =>
        routes.Map(
            HttpMethods.Get,
            "/v1/workspaces/{workspace}/events",
            StreamAsync,
            new RouteDescription
            {
                Name = "watchWorkspace",
                Summary =
                    "Changes as they happen: memory.changed and memory.removed, in the order of the commits. The last event of a commit carries its number "
                    + "as id, "
                    + "from which Last-Event-ID, or the parameter after, goes on.",
                Tag = "workspaces",
                Query =
                [
                    .. QueryParameter.Scope,
                    new("after", "The commit to go on from, 0 being the beginning; the next one when not given.", QueryParameterType.Integer),
                ],
                Answers = [new(200, typeof(ChangeDocument), MediaTypes.EventStream)],
                Problems = [429, 503],
            });

    private async Task StreamAsync(NativeCall call)
    {
        using var stay = streams.Enter(call.Context);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(call.Cancelled, lifetime.ApplicationStopping);
        var after = call.Context.Request.Headers[LastEventId] is { Count: > 0 } header
            ? Parse(LastEventId, header.ToString())
            : Parse("after", call.Text("after"));
        await using var changes = call.Require<IMemoryWatching>().WatchAsync(call.Scope, after, stopping.Token).GetAsyncEnumerator(stopping.Token);
        var next = changes.MoveNextAsync().AsTask();
        var response = call.Context.Response;
        if (next.IsFaulted)
        {
            await next;
        }

        response.ContentType = MediaTypes.EventStream;
        response.Headers.CacheControl = "no-store";
        try
        {
            await response.Body.FlushAsync(stopping.Token);
            while (await ArrivesAsync(next, response, stopping.Token))
            {
                Write(response, changes.Current);
                if (changes.Current.EndsCommit || response.BodyWriter.UnflushedBytes >= FlushAt)
                {
                    await response.BodyWriter.FlushAsync(stopping.Token);
                }

                next = changes.MoveNextAsync().AsTask();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The end of every stream: the client has gone, or the server stops.
        }
        finally
        {
            await stopping.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> ArrivesAsync(Task<bool> next, HttpResponse response, CancellationToken cancellationToken)
    {
        while (!next.IsCompleted)
        {
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            if (await Task.WhenAny(next, Task.Delay(Heartbeat, time, pause.Token)) != next)
            {
                cancellationToken.ThrowIfCancellationRequested();
                response.BodyWriter.Write(":\n\n"u8);
                await response.BodyWriter.FlushAsync(cancellationToken);
            }

            await pause.CancelAsync();
        }

        return await next;
    }

    private static void Write(HttpResponse response, MemoryChange change)
    {
        var body = response.BodyWriter;
        body.Write(change.Memory is null ? "event: memory.removed\ndata: "u8 : "event: memory.changed\ndata: "u8);
        using (var writer = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = WireJson.Instance.Options.Encoder, SkipValidation = true }))
        {
            JsonSerializer.Serialize(writer, ChangeDocument.From(change), WireJson.Instance.ChangeDocument);
        }

        // A commit's number is its last event's, so that a client cut off inside a commit gets all of it again.
        if (change.EndsCommit)
        {
            body.Write("\nid: "u8);
            Span<byte> number = stackalloc byte[20];
            change.Sequence.TryFormat(number, out var length, provider: CultureInfo.InvariantCulture);
            body.Write(number[..length]);
        }

        body.Write("\n\n"u8);
    }

    private static long? Parse(string name, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidRequestException(name, $"{name} must be the number of a commit, not {Printable.Show(text)}.");
    }
}
