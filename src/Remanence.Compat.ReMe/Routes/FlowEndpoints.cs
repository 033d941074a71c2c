using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Primitives;
using Remanence.Compat.ReMe.MemoryScope;
using Remanence.Diagnostics;
using Remanence.Flows.Catalogue;
using Remanence.Http;
using Remanence.Wire;

namespace Remanence.Compat.ReMe.Routes;

/// <summary>
/// ReMe's surface: <c>POST /NAME</c> for each flow that is for callers, and for each of MemoryScope's operations. The endpoints are made when routing first
/// asks for them, because a flow that cannot be built should stop the start of the server and not its composition.
/// </summary>
/// <param name="services">Holds the flows.</param>
/// <param name="all">The endpoints of all surfaces, whose paths win; this one may be among them.</param>
public sealed class FlowEndpoints(IServiceProvider services, IEnumerable<EndpointDataSource> all) : EndpointDataSource
{
    /// <summary>The tag of its operations in OpenAPI.</summary>
    public const string Tag = "reme";

    /// <summary>The tag of MemoryScope's.</summary>
    public const string OperationTag = "memoryscope";

    /// <summary>The names of MemoryScope's operations, which have endpoints beside the flows.</summary>
    public static IReadOnlyList<string> Operations { get; } = [.. MemoryScopeFlows.Definitions.Select(operation => operation.Name)];

    private readonly Lock _lock = new();
    private List<Endpoint>? _endpoints;

    /// <inheritdoc/>
    public override IReadOnlyList<Endpoint> Endpoints
    {
        get
        {
            lock (_lock)
            {
                return _endpoints ??= Make();
            }
        }
    }

    /// <summary>Middleware before routing: where a client of ReMe looks for a flow that is not there, it is answered as ReMe answers.</summary>
    /// <param name="next">What comes after it.</param>
    public RequestDelegate Answering(RequestDelegate next) => UnknownPaths.Answering(next, this);

    /// <summary>Whether there is an endpoint of this name.</summary>
    internal bool Has(string flow) =>
        Endpoints.Any(endpoint => string.Equals(endpoint.Metadata.GetMetadata<FlowRoute>()?.Flow.Name, flow, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    private List<Endpoint> Make()
    {
        var handler = services.GetRequiredService<FlowHandler>();
        var logger = services.GetRequiredService<ILogger<FlowEndpoints>>();
        var taken = all.Where(source => source != this)
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText?.Trim('/') ?? string.Empty)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var endpoints = new List<Endpoint>();
        foreach (var flow in services.GetRequiredService<FlowCatalogue>().Flows.Where(flow => !flow.Definition.Internal))
        {
            // Routing does not tell capitals apart, so neither may names.
            if (flow.HasPlainName && taken.Add(flow.Name))
            {
                endpoints.Add(Make(flow, handler, person: null));
            }
            else
            {
                RouteLog.FlowWithoutPath(logger, Printable.Line(flow.Name));
            }
        }

        // A flow of the configuration goes before MemoryScope's operation of its name.
        var person = services.GetRequiredService<ReMeRouteOptions>().HumanName;
        var operations = services.GetRequiredService<MemoryScopeFlows>().Flows.Where(flow => taken.Add(flow.Name));
        endpoints.AddRange(operations.Select(flow => Make(flow, handler, person)));
        return endpoints;
    }

    private static Endpoint Make(Flow flow, FlowHandler handler, string? person)
    {
        RequestDelegate answer = context => handler.HandleAsync(flow, person, context);
        var builder = new RouteEndpointBuilder(answer, RoutePatternFactory.Parse("/" + flow.Name), order: 0) { DisplayName = "POST /" + flow.Name };
        object[] metadata =
        [
            new HttpMethodMetadata([HttpMethods.Post]),
            new EndpointNameAttribute(flow.Name),
            new EndpointSummaryAttribute(flow.Description.Length > 0 ? flow.Description : $"Runs {flow.Name}."),
            new TagsAttribute(person is null ? Tag : OperationTag),
            new FlowRoute(flow),
            answer.Method,
        ];
        foreach (var item in metadata)
        {
            builder.Metadata.Add(item);
        }

        foreach (var status in (int[])[403, 413, 500, 503, 507])
        {
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemDocument), [MediaTypes.Problem]));
        }

        return builder.Build();
    }

    private sealed class NullChangeToken : IChangeToken
    {
        public static readonly NullChangeToken Singleton = new();

        public bool HasChanged => false;

        public bool ActiveChangeCallbacks => false;

        public IDisposable RegisterChangeCallback(Action<object?> callback, object? state) => Nothing.Instance;

        private sealed class Nothing : IDisposable
        {
            public static readonly Nothing Instance = new();

            public void Dispose()
            {
            }
        }
    }
}
