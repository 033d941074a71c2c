using System.Text;
using Microsoft.AspNetCore.Http;

namespace Remanence.ScriptedModels;

/// <summary>A scripted answer. The functions that make one are in the files beside this one, by what they play.</summary>
public sealed partial class Reply
{
    private readonly Func<HttpContext, SeenRequest, CancellationToken, Task> _write;

    private Reply(Func<HttpContext, SeenRequest, CancellationToken, Task> write) => _write = write;

    /// <summary>A status, a body, headers.</summary>
    /// <param name="status">The status.</param>
    /// <param name="body">The body; default: an error in OpenAI's shape.</param>
    /// <param name="headers">Headers.</param>
    public static Reply Status(int status, string? body = null, params IEnumerable<(string Name, string Value)> headers) =>
        new(
            async (context, _, cancellationToken) =>
            {
                context.Response.StatusCode = status;
                context.Response.ContentType = "application/json";
                foreach (var (name, value) in headers)
                {
                    context.Response.Headers[name] = value;
                }

                await context.Response.WriteAsync(body ?? $$$"""{"error":{"message":"scripted {{{status}}}","type":"scripted"}}""", cancellationToken);
            });

    /// <summary>200 with this body.</summary>
    public static Reply Json(string body, string contentType = "application/json") => new(async (context, _, cancellationToken) =>
    {
        context.Response.ContentType = contentType;
        await context.Response.WriteAsync(body, cancellationToken);
    });

    /// <summary>Writes the answer by hand.</summary>
    public static Reply Custom(Func<HttpContext, SeenRequest, CancellationToken, Task> write) => new(write);

    internal Task WriteAsync(HttpContext context, SeenRequest request, CancellationToken cancellationToken) => _write(context, request, cancellationToken);

    private static async Task FlushAsync(HttpContext context, string text, CancellationToken cancellationToken)
    {
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
    }
}
