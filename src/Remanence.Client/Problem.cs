using System.Text.Json;
using Remanence.Jobs;
using Remanence.Stores;
using Remanence.Wire;

namespace Remanence.Client;

/// <summary>Turns a problem document back into the exception that it was made of.</summary>
internal static class Problem
{
    // A problem is a few sentences; more is no problem of Remanence's.
    private const int MaxLength = 64 * 1024;

    public static async Task<Exception> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var problem = await ParseAsync(response, cancellationToken);
        if (problem is null)
        {
            return new HttpServiceException(
                response.StatusCode,
                $"The server answered {(int)response.StatusCode} without saying why; is "
                + $"{response.RequestMessage?.RequestUri?.GetLeftPart(UriPartial.Authority)} a Remanence server?");
        }

        return problem.Type switch
        {
            ProblemTypes.InvalidRequest or ProblemTypes.BodyTooLarge or ProblemTypes.UnsupportedMediaType =>
                new InvalidRequestException(problem.Field ?? "request", problem.Detail),
            ProblemTypes.InvalidCursor => new InvalidCursorException(problem.Detail),
            ProblemTypes.NotFound => new MemoryNotFoundException(problem.Detail),
            ProblemTypes.Conflict => new MemoryConflictException(problem.Detail),
            ProblemTypes.IdempotencyConflict => new ChangeSetConflictException(problem.Detail),
            ProblemTypes.StoreUnavailable => new StoreUnavailableException(problem.Detail),
            ProblemTypes.StoreDamaged => new StoreDamagedException(problem.Detail),
            ProblemTypes.JobFailed => new JobFailedException(problem.Detail),
            ProblemTypes.StoreFull => new StoreFullException(problem.Detail),
            _ => new HttpServiceException(response.StatusCode, problem.Detail),
        };
    }

    private static async Task<ProblemDocument?> ParseAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return null;
        }

        try
        {
            await response.Content.LoadIntoBufferAsync(MaxLength, cancellationToken);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return JsonSerializer.Deserialize(bytes, RemanenceJson.Default.ProblemDocument);
        }
        catch (Exception exception) when (exception is JsonException or HttpRequestException)
        {
            return null;
        }
    }
}
