using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Remanence.Http;

namespace Remanence.Server.Http;

/// <summary>Writes answers.</summary>
internal static class Answer
{
    public static async Task WriteAsync<T>(
        HttpContext context, T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK, string mediaType = MediaTypes.JsonUtf8)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = mediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        await JsonSerializer.SerializeAsync(response.BodyWriter, value, type, context.RequestAborted);
    }

    public static void WriteNothing(HttpContext context) => context.Response.StatusCode = StatusCodes.Status204NoContent;
}
