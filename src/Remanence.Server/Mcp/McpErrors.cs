using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Remanence.Hosting;
using Remanence.Server.Http;
using Remanence.Server.Problems;
using Remanence.Wire;

namespace Remanence.Server.Mcp;

/// <summary>Refusals as JSON-RPC errors, which is what clients of the protocol read; without an id where no request could be read.</summary>
internal static class McpErrors
{
    private static readonly JsonTypeInfo<JsonRpcError> ErrorType =
        (JsonTypeInfo<JsonRpcError>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcError));

    public static async Task GuardAsync(HttpContext context, RequestDelegate answer)
    {
        try
        {
            await answer(context);
        }
        catch (McpErrorException refused) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, refused.Status, refused.Code, refused.Message, refused.Request);
        }
        catch (Exception failure) when (!context.Response.HasStarted && ProblemOf(context, failure) is { } problem)
        {
            await WriteAsync(context, problem.Status, (int)McpErrorCode.InvalidRequest, problem.Detail ?? problem.Title);
        }
    }

    private static ProblemDocument? ProblemOf(HttpContext context, Exception failure) =>
        ProblemMapper.From(failure, context.RequestServices.GetRequiredService<RemanenceSettings>().MaxBodyBytes);

    private static async Task WriteAsync(HttpContext context, int status, int code, string message, RequestId request = default)
    {
        context.Response.Clear();
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "1";
        }

        var error = new JsonRpcError { Id = request, Error = new JsonRpcErrorDetail { Code = code, Message = message } };
        await Answer.WriteAsync(context, error, ErrorType, status);
    }
}
