using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Http;

namespace Remanence.Compat.ReMe.Routes;

/// <summary>
/// Flows that stream, as ReMe streams them: <c>data:</c> and a chunk, without a space between, and <c>data:[DONE]</c> at the end. Nothing else is sent, no
/// comments either: some of ReMe's clients parse every line.
/// </summary>
internal sealed class FlowStreams(FlowFailures failures, UnexpectedFailures unexpected, TimeProvider time)
{
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Once a stream has begun, its failure can only be told within it.")]
    public async Task WriteAsync(Flow flow, FlowCall call, HttpContext context)
    {
        var id = Identifiers.New(time.GetUtcNow());
        var cancelled = context.RequestAborted;
        try
        {
            await foreach (var chunk in flow.StreamAsync(call, cancelled))
            {
                await SendAsync(context, json => Write(json, id, chunk));
            }
        }
        catch (Exception exception) when (!cancelled.IsCancellationRequested)
        {
            // Before the first chunk the status can still say it.
            var (reason, eventId) = (failures.Explain(flow, exception, cancelled), (string?)null);
            if (reason is null && !context.Response.HasStarted)
            {
                throw;
            }

            if (reason is null)
            {
                (reason, eventId) = Tell(exception);
            }

            await SendAsync(context, json => WriteError(json, id, reason, eventId));
        }

        await SendAsync(context, json: null);
    }

    private (string Reason, string? EventId) Tell(Exception exception)
    {
        if (FlowFailures.Sentence(exception, CancellationToken.None) is { } sentence)
        {
            return (sentence, null);
        }

        var id = unexpected.Log(exception);
        return (UnexpectedFailures.Explain(id), id);
    }

    private static async Task SendAsync(HttpContext context, Action<Utf8JsonWriter>? json)
    {
        // Written whole before any of it is sent: a chunk that cannot be written must not leave half a line.
        var line = new ArrayBufferWriter<byte>();
        line.Write("data:"u8);
        if (json is null)
        {
            line.Write("[DONE]"u8);
        }
        else
        {
            using var writer = new Utf8JsonWriter(line, FlowAnswer.Options);
            json(writer);
        }

        line.Write("\n\n"u8);
        var response = context.Response;
        if (!response.HasStarted)
        {
            response.ContentType = MediaTypes.EventStream + "; charset=utf-8";
            response.Headers.CacheControl = "no-cache";
        }

        await response.Body.WriteAsync(line.WrittenMemory, context.RequestAborted);
        await response.Body.FlushAsync(context.RequestAborted);
    }

    private static void Write(Utf8JsonWriter json, string id, FlowChunk chunk)
    {
        Begin(json, id, Name(chunk.Type), chunk.Text, chunk.Type == FlowChunkType.Done);
        if (chunk.Response is { } response)
        {
            FlowAnswer.Write(json, response);
        }
        else
        {
            (chunk.Metadata ?? new JsonObject()).WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter json, string id, string reason, string? eventId)
    {
        Begin(json, id, Name(FlowChunkType.Error), reason, done: false);
        json.WriteStartObject();
        json.WriteBoolean("success", false);
        if (eventId is not null)
        {
            json.WriteString("event_id", eventId);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json, string id, string type, string text, bool done)
    {
        json.WriteStartObject();
        json.WriteString("flow_id", id);
        json.WriteString("chunk_type", type);
        json.WriteString("chunk", text);
        json.WriteBoolean("done", done);
        json.WritePropertyName("metadata");
    }

    private static string Name(FlowChunkType type) => type switch
    {
        FlowChunkType.Think => "think",
        FlowChunkType.Answer => "answer",
        FlowChunkType.Tool => "tool",
        FlowChunkType.Usage => "usage",
        FlowChunkType.Error => "error",
        _ => "done",
    };
}
