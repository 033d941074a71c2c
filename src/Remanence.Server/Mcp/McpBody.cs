using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Remanence.Http;

namespace Remanence.Server.Mcp;

/// <summary>Reads the one JSON-RPC message of a request.</summary>
internal static class McpBody
{
    // The envelope and a tool's arguments are around what RequestBody.MaxDepth counts.
    private const int MaxDepth = RequestBody.MaxDepth + 4;

    private static readonly JsonTypeInfo<JsonRpcMessage> MessageType =
        (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));

    public static async Task<JsonRpcMessage> ReadAsync(HttpContext context, long maxBytes)
    {
        MediaTypes.RequireJson(context.Request);
        using var body = await RequestBody.ReadAsync(context.Request, maxBytes, context.RequestAborted);
        var json = body.Bytes;
        try
        {
            JsonText.RequireWholeText(ref json, "body", MaxDepth);
            RequireObject(json.Span);
            return JsonSerializer.Deserialize(json.Span, MessageType) ?? throw NoMessage("null");
        }
        catch (InvalidRequestException invalid)
        {
            throw new McpErrorException(StatusCodes.Status400BadRequest, McpErrorCode.ParseError, invalid.Message);
        }
        catch (JsonException malformed)
        {
            throw new McpErrorException(
                StatusCodes.Status400BadRequest,
                McpErrorCode.ParseError,
                $"The body is no JSON-RPC message: {JsonText.Reason(malformed)}");
        }
        catch (Exception odd) when (odd is InvalidOperationException or FormatException or OverflowException)
        {
            // A member of the envelope is of a type that the SDK does not look for.
            throw NoMessage("of another shape");
        }
    }

    private static void RequireObject(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        if (!reader.Read())
        {
            throw NoMessage("empty");
        }

        if (reader.TokenType == JsonTokenType.StartArray)
        {
            throw new McpErrorException(
                StatusCodes.Status400BadRequest,
                McpErrorCode.InvalidRequest,
                "Batches are not part of the protocol any more; send each message in a request of its own.");
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw NoMessage("no object");
        }

        while (reader.Read())
        {
        }
    }

    private static McpErrorException NoMessage(string what) =>
        new(
            StatusCodes.Status400BadRequest,
            McpErrorCode.InvalidRequest,
            $"The body is {what}; send one JSON-RPC message, such as {{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}}.");
}
