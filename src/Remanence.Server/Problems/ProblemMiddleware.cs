using System.Diagnostics.CodeAnalysis;
using Remanence.Hosting;
using Remanence.Http;
using Remanence.Server.Http;
using Remanence.Wire;

namespace Remanence.Server.Problems;

/// <summary>Turns every failure into a problem document (RFC 9457).</summary>
internal sealed class ProblemMiddleware(RemanenceSettings settings, UnexpectedFailures unexpected)
{
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever fails, the client gets a problem document and the log the reason.")]
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            // The client has gone: nobody failed, and nobody listens.
            return;
        }
        catch (Exception exception)
        {
            await FailAsync(context, exception);
            return;
        }

        if (!context.Response.HasStarted && ProblemMapper.From(context) is { } problem)
        {
            await WriteAsync(context, problem);
        }
    }

    private Task FailAsync(HttpContext context, Exception exception)
    {
        var problem = ProblemMapper.From(exception, settings.MaxBodyBytes) ?? Unexpected(exception);
        if (context.Response.HasStarted)
        {
            // Half an answer must not look like a whole one.
            context.Abort();
            return Task.CompletedTask;
        }

        context.Response.Clear();
        return WriteAsync(context, problem);
    }

    private ProblemDocument Unexpected(Exception exception)
    {
        var id = unexpected.Log(exception);
        return new ProblemDocument
        {
            Type = ProblemTypes.InternalError,
            Title = "The server failed",
            Status = 500,
            Detail = UnexpectedFailures.Explain(id),
            EventId = id,
        };
    }

    private static async Task WriteAsync(HttpContext context, ProblemDocument problem)
    {
        context.Response.StatusCode = problem.Status;
        if (problem.Status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
        {
            context.Response.Headers.RetryAfter = "1";
        }

        await Answer.WriteAsync(context, problem with { TraceId = RequestTrace.Id }, WireJson.Instance.ProblemDocument, problem.Status, MediaTypes.Problem);
    }
}
