using Microsoft.Net.Http.Headers;
using Remanence.Diagnostics;

namespace Remanence.Http;

/// <summary>The media types of bodies. JSON must say that it is JSON: what a web page can send without asking first is refused.</summary>
public static class MediaTypes
{
    /// <summary>JSON.</summary>
    public const string Json = "application/json";
    /// <summary>JSON, with its charset, for answers.</summary>
    public const string JsonUtf8 = "application/json; charset=utf-8";
    /// <summary>A problem document (RFC 9457).</summary>
    public const string Problem = "application/problem+json";
    /// <summary>Server-sent events.</summary>
    public const string EventStream = "text/event-stream";
    /// <summary>A JSON document a line.</summary>
    public const string JsonLines = "application/x-ndjson";
    /// <summary>A form with files.</summary>
    public const string Multipart = "multipart/form-data";

    /// <summary>Whether the body is a form with files.</summary>
    /// <param name="request">The request.</param>
    public static bool IsMultipart(HttpRequest request) =>
        request.ContentType is { } type && type.StartsWith(Multipart, StringComparison.OrdinalIgnoreCase);

    /// <summary>Refuses all but JSON.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="UnsupportedMediaTypeException">It is something else.</exception>
    public static void RequireJson(HttpRequest request) => Require(
        request, Json, static type => type.MatchesMediaType(Json) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase));

    /// <summary>Refuses all but JSON lines.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="UnsupportedMediaTypeException">It is something else.</exception>
    public static void RequireJsonLines(HttpRequest request) =>
        Require(
            request,
            JsonLines,
            static type => type.MatchesMediaType(JsonLines) || type.MatchesMediaType("application/jsonl") || type.MatchesMediaType("application/ndjson"));

    /// <summary>Refuses a compressed body.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="UnsupportedMediaTypeException">It is compressed.</exception>
    public static void RequirePlainEncoding(HttpRequest request)
    {
        var encoding = request.Headers.ContentEncoding;
        if (encoding.Count > 0 && !string.Equals(encoding.ToString(), "identity", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnsupportedMediaTypeException(
                "Content-Encoding",
                $"A body with Content-Encoding {Printable.Show(encoding.ToString())} is not understood; send it uncompressed.");
        }
    }

    private static void Require(HttpRequest request, string expected, Func<MediaTypeHeaderValue, bool> accepts)
    {
        RequirePlainEncoding(request);
        if (string.Equals(request.ContentType, expected, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !accepts(type))
        {
            var sent = string.IsNullOrEmpty(request.ContentType) ? "no Content-Type" : "Content-Type " + Printable.Show(request.ContentType);
            throw new UnsupportedMediaTypeException(
                "Content-Type",
                $"This route takes {expected}, but the request has {sent}; send the header Content-Type: {expected}.");
        }

        if (
            type.Charset.HasValue
            && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            && !type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnsupportedMediaTypeException("Content-Type", $"The charset {Printable.Show(type.Charset.ToString())} is not understood; send UTF-8.");
        }
    }
}
