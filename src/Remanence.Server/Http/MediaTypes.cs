using Microsoft.Net.Http.Headers;
using Remanence.Diagnostics;
using Remanence.Server.Problems;

namespace Remanence.Server.Http;

/// <summary>The media types of bodies. JSON must say that it is JSON: what a web page can send without asking first is refused.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string JsonUtf8 = "application/json; charset=utf-8";
    public const string Problem = "application/problem+json";
    public const string EventStream = "text/event-stream";
    public const string JsonLines = "application/x-ndjson";
    public const string Multipart = "multipart/form-data";

    public static bool IsMultipart(HttpRequest request) =>
        request.ContentType is { } type && type.StartsWith(Multipart, StringComparison.OrdinalIgnoreCase);

    public static void RequireJson(HttpRequest request) => Require(
        request, Json, static type => type.MatchesMediaType(Json) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase));

    public static void RequireJsonLines(HttpRequest request) => Require(
        request, JsonLines, static type => type.MatchesMediaType(JsonLines) || type.MatchesMediaType("application/jsonl") || type.MatchesMediaType("application/ndjson"));

    public static void RequirePlainEncoding(HttpRequest request)
    {
        var encoding = request.Headers.ContentEncoding;
        if (encoding.Count > 0 && !string.Equals(encoding.ToString(), "identity", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnsupportedMediaTypeException("Content-Encoding", $"A body with Content-Encoding {Printable.Show(encoding.ToString())} is not understood; send it uncompressed.");
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
            throw new UnsupportedMediaTypeException("Content-Type", $"This route takes {expected}, but the request has {sent}; send the header Content-Type: {expected}.");
        }

        if (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) && !type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnsupportedMediaTypeException("Content-Type", $"The charset {Printable.Show(type.Charset.ToString())} is not understood; send UTF-8.");
        }
    }
}
