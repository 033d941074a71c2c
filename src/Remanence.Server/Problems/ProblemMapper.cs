using Remanence.Diagnostics;
using Remanence.Flows;
using Remanence.Http;
using Remanence.Jobs;
using Remanence.Models;
using Remanence.Server.Http;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Stores.Reads;
using Remanence.Wire;

namespace Remanence.Server.Problems;

/// <summary>What each failure is on the wire.</summary>
internal static class ProblemMapper
{
    public static ProblemDocument? From(Exception exception, long maxBodyBytes) =>
        exception switch
        {
            IOException { InnerException: OverflowException } => new()
            {
                Type = ProblemTypes.InvalidRequest,
                Title = "The request cannot be understood",
                Status = 400,
                Detail = "The body's chunks have a size that is none: send sizes of at most 7FFFFFFF.",
            },
            InvalidRequestException invalid => new()
            {
                Type = ProblemTypes.InvalidRequest,
                Title = "The request cannot be understood",
                Status = 400,
                Detail = invalid.Message,
                Field = invalid.Field,
            },
            InvalidCursorException => new()
            {
                Type = ProblemTypes.InvalidCursor,
                Title = "The cursor is not one of this server's",
                Status = 400,
                Detail = exception.Message,
                Field = "cursor",
            },
            ForeignOriginException => new()
            {
                Type = ProblemTypes.ForeignOrigin,
                Title = "The request comes from elsewhere",
                Status = 403,
                Detail = exception.Message,
            },
            MemoryNotFoundException => new()
            {
                Type = ProblemTypes.NotFound,
                Title = "There is no such thing here",
                Status = 404,
                Detail = exception.Message,
            },
            MemoryConflictException or StaleReadException => new()
            {
                Type = ProblemTypes.Conflict,
                Title = "Its present state does not allow this",
                Status = 409,
                Detail = exception.Message,
            },
            ChangeSetConflictException => new()
            {
                Type = ProblemTypes.IdempotencyConflict,
                Title = "The idempotency key was used with other content",
                Status = 409,
                Detail = exception.Message,
                Field = "Idempotency-Key",
            },
            UnsupportedMediaTypeException media => new()
            {
                Type = ProblemTypes.UnsupportedMediaType,
                Title = "The media type is not understood here",
                Status = 415,
                Detail = media.Message,
                Field = media.Field,
            },
            StoreDamagedException => new()
            {
                Type = ProblemTypes.StoreDamaged,
                Title = "The store is damaged",
                Status = 503,
                Detail = exception.Message,
            },
            StoreUnavailableException => new()
            {
                Type = ProblemTypes.StoreUnavailable,
                Title = "The store cannot be used",
                Status = 503,
                Detail = exception.Message,
            },
            TooManyStreamsException streams => new()
            {
                Type = ProblemTypes.TooManyStreams,
                Title = "There are too many streams",
                Status = streams.OfClient ? 429 : 503,
                Detail = exception.Message,
            },
            JobFailedException => new()
            {
                Type = ProblemTypes.JobFailed,
                Title = "The job that was waited for failed",
                Status = 502,
                Detail = exception.Message,
            },
            StoreFullException => new()
            {
                Type = ProblemTypes.StoreFull,
                Title = "There is no room left",
                Status = 507,
                Detail = exception.Message,
            },
            MissingCapabilityException => new()
            {
                Type = ProblemTypes.NotSupported,
                Title = "The memory service cannot do this",
                Status = 501,
                Detail = exception.Message,
            },
            BodyTooLargeException => new()
            {
                Type = ProblemTypes.BodyTooLarge,
                Title = "The body is too large",
                Status = 413,
                Detail = exception.Message,
                Field = "body",
            },
            ModelException => new()
            {
                Type = ProblemTypes.ModelFailed,
                Title = "A model gave no usable answer",
                Status = 502,
                Detail = exception.Message,
            },
            FlowTimeoutException => new()
            {
                Type = ProblemTypes.FlowFailed,
                Title = "The flow took too long",
                Status = 504,
                Detail = Printable.Line(exception.Message) + ".",
            },
            FlowException { InnerException: { } cause } flow => From(cause, maxBodyBytes) ?? From(flow),
            FlowException flow => From(flow),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => From(new BodyTooLargeException(maxBodyBytes), maxBodyBytes),
            BadHttpRequestException bad => new()
            {
                Type = ProblemTypes.InvalidRequest,
                Title = "The request cannot be understood",
                Status = 400,
                Detail = Printable.Line(bad.Message),
                Field = "body",
            },
            _ => null,
        };

    // The message of a flow's failure can be shown when its cause's can.
    private static ProblemDocument? From(FlowException flow) =>
        flow.InnerException is null or RemanenceException or InvalidOperationException
            ? new()
            {
                Type = ProblemTypes.FlowFailed,
                Title = "The flow failed",
                Status = 500,
                Detail = Printable.Line(flow.Message) + (flow.Message.EndsWith('.') ? string.Empty : "."),
            }
            : null;

    /// <summary>What the framework answers on its own, without a body.</summary>
    public static ProblemDocument? From(HttpContext context) =>
        context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => new()
            {
                Type = ProblemTypes.NoSuchRoute,
                Title = "There is no such path",
                Status = 404,
                Detail = "The path is not known; /openapi/v1.json lists all paths.",
            },
            StatusCodes.Status405MethodNotAllowed => new()
            {
                Type = ProblemTypes.MethodNotAllowed,
                Title = "The path has no such method",
                Status = 405,
                Detail = $"{Printable.Show(context.Request.Method)} is not possible here; use {context.Response.Headers.Allow.ToString()}.",
            },
            StatusCodes.Status415UnsupportedMediaType => new()
            {
                Type = ProblemTypes.UnsupportedMediaType,
                Title = "The media type is not understood here",
                Status = 415,
                Field = "Content-Type",
                Detail =
                    $"The Content-Type {Printable.Show(context.Request.ContentType ?? string.Empty)} is not understood here; send application/json, or "
                    + $"application/x-ndjson for an import.",
            },
            _ => null,
        };
}
