using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Remanence.Hosting;
using Remanence.Http;
using Remanence.Server.Http;
using Remanence.Transfer;

namespace Remanence.Server.Native;

/// <summary>Export and import, streamed: neither side holds more than a batch.</summary>
internal sealed class TransferRoutes(RemanenceSettings settings, OpenStreams streams)
{
    private const int FlushAt = 32 * 1024;

    public void Map(NativeRoutes routes)
    {
        routes.Map(
            HttpMethods.Post,
            "/v1/workspaces/{workspace}/export",
            ExportAsync,
            new RouteDescription
            {
                Name = "exportWorkspace",
                Summary = "Everything in a workspace but its jobs, losslessly, one JSON object a line; the first line is the header.",
                Tag = "workspaces",
                Answers = [new(200, typeof(ExportRecord), MediaTypes.JsonLines)],
                Problems = [404, 429, 503],
            });
        routes.Map(
            HttpMethods.Post,
            "/v1/workspaces/{workspace}/import",
            ImportAsync,
            new RouteDescription
            {
                Name = "importWorkspace",
                Summary =
                    "Brings an export into a workspace, once all of it was read: a line that cannot be understood, or a body that breaks off, stores nothing. "
                    + "What exists by id is skipped, so an import that stopped in between can be sent again.",
                Tag = "workspaces",
                Body = typeof(ExportRecord),
                BodyTypes = [MediaTypes.JsonLines],
                Answers = [new(200, typeof(ImportResult))],
                Problems = [409, 413, 415, 503, 507],
            });
    }

    private async Task ExportAsync(NativeCall call)
    {
        using var stay = streams.Enter(call.Context);
        var response = call.Context.Response;
        await using var records = call.Require<IMemoryTransfer>().ExportAsync(call.Workspace, call.Cancelled).GetAsyncEnumerator(call.Cancelled);

        // The first record is read before the answer begins, so that an unknown workspace still gets its problem.
        var more = await records.MoveNextAsync();
        response.ContentType = MediaTypes.JsonLines;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        using var writer = new Utf8JsonWriter(
            response.BodyWriter,
            new JsonWriterOptions { Encoder = WireJson.Instance.Options.Encoder, SkipValidation = true });
        while (more)
        {
            JsonSerializer.Serialize(writer, records.Current, WireJson.Instance.ExportRecord);
            writer.Flush();
            writer.Reset();
            response.BodyWriter.Write("\n"u8);
            if (response.BodyWriter.UnflushedBytes >= FlushAt)
            {
                await response.BodyWriter.FlushAsync(call.Cancelled);
            }

            more = await records.MoveNextAsync();
        }

        await response.BodyWriter.FlushAsync(call.Cancelled);
    }

    private async Task ImportAsync(NativeCall call)
    {
        MediaTypes.RequireJsonLines(call.Context.Request);
        if (call.Context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            // The whole may be of any size, because only a line of it is held; a line may be as large as any other body.
            size.MaxRequestBodySize = null;
        }

        var lines = new ImportLines(call.Context.Request.BodyReader, settings.MaxBodyBytes);
        var result = await call.Require<IMemoryTransfer>().ImportAsync(call.Workspace, lines.ReadAsync(call.Cancelled), call.Cancelled);
        await call.AnswerAsync(result, WireJson.Instance.ImportResult);
    }
}
