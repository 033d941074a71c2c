using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Remanence.Hosting;
using Remanence.Http;
using Remanence.Jobs;
using Remanence.Models;
using Remanence.Models.Profiles;
using Remanence.Server.Http;
using Remanence.Stores;
using Remanence.Wire;

namespace Remanence.Server.Health;

/// <summary>Whether the process lives, and whether it can do its work.</summary>
internal sealed class HealthRoutes(MemoryStore store, ModelCatalog models, RemanenceSettings settings, ILogger<HealthRoutes> logger)
{
    private const string Ok = "ok";

    private bool _isAway;

    public void Map(IEndpointRouteBuilder endpoints)
    {
        Map(endpoints, "/health", Live, "getHealth", "Whether the server runs.");
        Map(
                endpoints,
                "/health/ready",
                ReadyAsync,
                "getReadiness",
                "Whether the server can do its work: the store answers, no damage of it was found, and there is room for changes. Tells also of models and "
                + "of the queue.")
            .WithMetadata(new ProducesResponseTypeMetadata(503, typeof(HealthReport), [MediaTypes.Json]));
    }

    private static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string pattern, RequestDelegate answer, string name, string summary)
    {
        // Load balancers ask so.
        endpoints.MapMethods(pattern, [HttpMethods.Head], answer).ExcludeFromDescription();
        return endpoints
            .MapMethods(pattern, [HttpMethods.Get], answer)
            .WithName(name)
            .WithSummary(summary)
            .WithTags("health")
            .WithMetadata(
                new ProducesResponseTypeMetadata(200, typeof(HealthReport), [MediaTypes.Json]),
                new ProducesResponseTypeMetadata(403, typeof(ProblemDocument), [MediaTypes.Problem]),
                answer.Method);
    }

    // Who starts the server as ReMe has clients that wait for ReMe's word.
    private Task Live(HttpContext context) => Answer.WriteAsync(
        context, new HealthReport(settings.Configuration.Backend is null ? "ok" : "healthy", EngineServices.Version), HealthJson.Default.HealthReport);

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "Whatever keeps the store from answering, the server is not ready.")]
    private async Task ReadyAsync(HttpContext context)
    {
        if (store.Damage is { } damage)
        {
            // The store has logged it.
            await UnavailableAsync(context, damage);
            return;
        }

        try
        {
            if (await store.FindFullAsync(context.RequestAborted) is { } full)
            {
                await UnavailableAsync(context, full);
                return;
            }

            var queue = (await store.CountJobsAsync(context.RequestAborted))
                .Where(count => count.State is not (JobState.Succeeded or JobState.Cancelled))
                .GroupBy(count => count.State)
                .ToDictionary(
                    group => JsonNamingPolicy.SnakeCaseLower.ConvertName(group.Key.ToString()),
                    group => group.Sum(count => count.Count),
                    StringComparer.Ordinal);
            var known = models.Profiles.ToDictionary(profile => profile.Name, StateOf, StringComparer.Ordinal);
            Volatile.Write(ref _isAway, false);
            await Answer.WriteAsync(
                context,
                new HealthReport(known.Values.All(state => state == Ok) ? Ok : "degraded", EngineServices.Version, Ok, known, queue),
                HealthJson.Default.HealthReport);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            if (!Interlocked.Exchange(ref _isAway, true))
            {
                HealthLog.NotReady(logger, exception.GetType().Name);
            }

            await UnavailableAsync(context, exception);
        }
    }

    private string StateOf(ModelProfile profile) =>
        models.IsDown(profile) ? "down" : models.LastFailure(profile) is { } failure ? JsonNamingPolicy.SnakeCaseLower.ConvertName(failure.ToString()) : Ok;

    private static Task UnavailableAsync(HttpContext context, Exception exception)
    {
        var why = exception is RemanenceException ? exception.Message : "it failed; the server's log tells more.";
        return Answer.WriteAsync(
            context,
            new HealthReport("unavailable", EngineServices.Version, why),
            HealthJson.Default.HealthReport,
            StatusCodes.Status503ServiceUnavailable);
    }
}
