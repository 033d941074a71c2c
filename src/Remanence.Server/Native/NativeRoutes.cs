using Microsoft.AspNetCore.Http.Metadata;
using Remanence.Http;
using Remanence.Server.Http;
using Remanence.Services;
using Remanence.Wire;

namespace Remanence.Server.Native;

/// <summary>Maps native routes and attaches their descriptions.</summary>
internal sealed class NativeRoutes(IEndpointRouteBuilder endpoints, long maxBodyBytes)
{
    private MemoryService? _service;

    // Made on the first request and not while routes are mapped: a store that cannot be opened must not hide how to start the server.
    private MemoryService Service => _service ??= endpoints.ServiceProvider.GetRequiredService<MemoryService>();

    public void Map(string method, string pattern, Func<NativeCall, Task> handler, RouteDescription description)
    {
        var names = description.QueryNames;
        RequestDelegate answer = async context =>
        {
            var call = new NativeCall(context, Service, QueryValues.Read(context.Request, names), maxBodyBytes);
            if (description.Body is null)
            {
                await call.RequireNoBodyAsync(names);
            }

            await handler(call);
        };
        var route = endpoints.MapMethods(pattern, [method], answer);

        // The OpenAPI document passes over routes that name no method.
        route.WithName(description.Name).WithSummary(description.Summary).WithTags(description.Tag).WithMetadata(description, answer.Method);
        if (description.Body is { } body)
        {
            route.WithMetadata(new AcceptsMetadata([.. description.BodyTypes], body, description.BodyIsOptional));
        }

        foreach (var good in description.Answers)
        {
            route.WithMetadata(new ProducesResponseTypeMetadata(good.Status, good.Type, good.Type is null ? null : [good.MediaType]));
        }

        foreach (var status in (int[])[400, 403, .. description.Problems, 500])
        {
            route.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ProblemDocument), [MediaTypes.Problem]));
        }
    }
}
