using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Remanence.Http;

namespace Remanence.Compat.ReMe.Routes;

/// <summary>The body as JSON, where FastAPI would take it for JSON: also without a Content-Type.</summary>
internal static class BodyReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = RequestBody.MaxDepth };

    /// <param name="request">The request.</param>
    /// <param name="bytes">Its body.</param>
    /// <param name="body">The JSON, which does not need the bytes any more; null: there is no body.</param>
    /// <param name="fault">What is wrong.</param>
    public static bool TryRead(HttpRequest request, RequestBody bytes, out JsonElement? body, [NotNullWhen(false)] out ValidationFault? fault)
    {
        (body, fault) = (null, null);
        MediaTypes.RequirePlainEncoding(request);
        if (bytes.IsEmpty)
        {
            return true;
        }

        if (!IsJson(request.ContentType))
        {
            fault = ValidationFault.NotAnObject(["body"], default);
            return false;
        }

        var json = bytes.Bytes;
        try
        {
            JsonText.RequireWholeText(ref json, "body", RequestBody.MaxDepth);
            using var document = JsonDocument.Parse(json, Options);

            // Operators may keep what they were given; the bytes go back to the pool.
            body = document.RootElement.Clone();
            return true;
        }
        catch (JsonException exception)
        {
            fault = ValidationFault.NotJson(Offset(json.Span, exception), JsonText.Reason(exception));
        }
        catch (InvalidRequestException exception)
        {
            fault = ValidationFault.NotJson(0, exception.Message);
        }

        return false;
    }

    private static bool IsJson(string? contentType) =>
        string.IsNullOrEmpty(contentType)
        || (
            MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (type.MatchesMediaType(MediaTypes.Json) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase)));

    // FastAPI says how many characters stand before the fault; the parser says line and byte.
    private static int Offset(ReadOnlySpan<byte> json, JsonException exception)
    {
        var rest = json;
        for (var line = exception.LineNumber ?? 0; line > 0; line--)
        {
            var end = rest.IndexOf((byte)'\n');
            if (end < 0)
            {
                break;
            }

            rest = rest[(end + 1)..];
        }

        return json.Length - rest.Length + (int)Math.Min(exception.BytePositionInLine ?? 0, rest.Length);
    }
}
