using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Remanence.Compat.ReMe.Routes;
using Remanence.Configuration;
using Remanence.Diagnostics;
using Remanence.Flows.Catalogue;
using Remanence.Hosting;
using Remanence.Http;
using Remanence.Server.Health;
using Remanence.Server.Http;
using Remanence.Server.Mcp;
using Remanence.Server.Native;
using Remanence.Server.OpenApi;
using Remanence.Server.Problems;
using Remanence.Server.Telemetry;
using Remanence.Sqlite;

namespace Remanence.Server;

/// <summary>The server: all surfaces over one memory service.</summary>
public static class RemanenceServer
{
    // Beyond this the connection is cut; up to here a client that sends too much gets to hear it.
    private const int HardLimitFactor = 4;
    private const int MaxRequestLine = 64 * 1024;
    private const int FewConnections = 1000;

    // A burst of so many at once does not happen.
    private const int ManyConnections = 100_000;

    /// <summary>Puts a server together; starting it opens the store and listens.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="configure">Adds or replaces services.</param>
    public static WebApplication Build(RemanenceSettings settings, Action<IServiceCollection>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(settings);

        // Nothing but the settings decides what the server does: no appsettings.json, no ASPNETCORE_ variables.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Remanence" });
        builder.Logging.AddServerLogging(settings);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.MaxBodyBytes * HardLimitFactor;
            kestrel.Limits.MaxRequestLineSize = MaxRequestLine;
            kestrel.Limits.KeepAliveTimeout = settings.HttpKeepAlive;
            kestrel.Limits.MaxConcurrentConnections = MaxConnections(settings);
            kestrel.Listen(settings.HttpHost, settings.HttpPort, listen => listen
                .Use(next => connection => kestrel.ApplicationServices.GetRequiredService<UnreadAnswers>().WatchAsync(connection, next))
                .Use(next => connection => RejectedRequests.WatchAsync(connection, next)));
        });
        var services = builder.Services;
        if (OpenFileLimit.Connections() is { } most and < ManyConnections)
        {
            // The last of them is the one that is used.
            services.AddSingleton<IConnectionListenerFactory>(provider => ActivatorUtilities.CreateInstance<BoundedListeners>(
                provider, most + OpenFileLimit.Refused));
        }

        services.Configure<ConsoleLifetimeOptions>(options => options.SuppressStatusMessages = true);
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30));
        services.AddRoutingCore();
        services.AddCors();
        services.AddRemanenceOpenApi();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ProblemMiddleware>();
        services.AddSingleton<RejectedRequests>();
        services.AddSingleton<UnreadAnswers>();
        services.AddSingleton<OpenStreams>();
        services.AddSingleton<UnexpectedFailures>();
        services.AddReMeRoutes(Routes(settings));
        services.AddSingleton<BrowserGuard>();
        services.AddSingleton<HealthRoutes>();
        services.AddSingleton<EventRoutes>();
        services.AddMcpEndpoints(settings);
        services.AddHostedService<EngineHost>();
        if (settings.TelemetryOtlpEndpoint is { } collector)
        {
            services.AddSingleton(_ => new OtlpExport(collector));
        }

        services.AddSqliteMemoryStore(settings.StoreFile);

        // What the caller registers wins: it replaces the store, and the engine is only added where no other service stands.
        configure?.Invoke(services);
        services.AddEngine(settings);

        var app = builder.Build();

        // Listening begins before the first request, and what was heard is sent when the server is disposed.
        app.Services.GetService<OtlpExport>();
        app.Services.GetRequiredService<RejectedRequests>();
        app.Use(new RequestLog(app.Services.GetRequiredService<ILogger<RequestLog>>()).InvokeAsync);
        app.Use(app.Services.GetRequiredService<ProblemMiddleware>().InvokeAsync);
        app.Use(app.Services.GetRequiredService<BrowserGuard>().CheckAsync);
        if (settings.HttpAllowedOrigins.Count > 0)
        {
            app.UseCors(policy => AllowedOrigins.Allow(policy, settings.HttpAllowedOrigins));
        }

        var flows = new FlowEndpoints(app.Services, ((IEndpointRouteBuilder)app).DataSources);
        app.Use(flows.Answering);
        app.Use(PathSegments.NormalizeAsync);
        app.UseRouting();
        app.Use(PathSegments.SetRouteValues);
        Map(app, settings);
        ((IEndpointRouteBuilder)app).DataSources.Add(flows);
        app.UseEndpoints(_ => { });
        return app;
    }

    /// <summary>Runs a server until it is told to stop; requests in flight are finished, then the store is closed.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="configure">Adds or replaces services.</param>
    /// <param name="started">Called once the server listens, with its address; with <c>backend=mcp</c>, that for clients of the protocol.</param>
    /// <param name="cancellationToken">Stops the server, as do SIGINT and SIGTERM.</param>
    public static async Task RunAsync(
        RemanenceSettings settings, Action<IServiceCollection>? configure = null, Action<Uri>? started = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        await using var app = Build(settings, configure);
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Remanence.Server");
        foreach (var warning in settings.Configuration.Warnings.Concat(app.Services.GetRequiredService<FlowCatalogue>().Warnings))
        {
            ServerLog.Configuration(logger, warning);
        }

        await ListenAsync(app, settings, cancellationToken);
        var address = AddressOf(app);
        ServerLog.Listening(logger, EngineServices.Version, address.ToString(), Path.GetFullPath(settings.DataPath));
        if (!IPAddress.IsLoopback(settings.HttpHost))
        {
            ServerLog.Unauthenticated(logger, address.ToString());
        }

        if (MaxConnections(settings) is { } connections and < FewConnections && connections != settings.HttpConcurrency)
        {
            ServerLog.FewConnections(logger, connections);
        }

        if (OthersRights.Find(settings.StoreFile) is { } rights)
        {
            ServerLog.OthersRights(logger, rights);
        }

        ServerNote.Write(settings.StoreFile, address);
        started?.Invoke(settings.Configuration.Backend != ServiceBackend.Mcp ? address
            : new Uri(address, settings.McpTransport == McpTransport.Sse ? McpRoutes.Sse + "/" : McpRoutes.Http));
        try
        {
            await app.WaitForShutdownAsync(cancellationToken);
        }
        finally
        {
            ServerNote.Remove(settings.StoreFile);
        }

        ServerLog.Stopped(logger);
    }

    /// <summary>Where a started server listens.</summary>
    /// <param name="app">The server.</param>
    public static Uri AddressOf(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new Uri(addresses.First());
    }

    private static ReMeRouteOptions Routes(RemanenceSettings settings)
    {
        var options = new ReMeRouteOptions
        {
            MaxBodyBytes = settings.MaxBodyBytes,
            AnswersFailures = settings.ReMeErrors == FlowErrors.SuccessFalse,
            AssistantName = settings.ChatAssistantName,
        };
        return settings.ChatHumanName is { } name ? options with { HumanName = name } : options;
    }

    // Beyond what files may be open the process would end; a connection that is closed is said to its client.
    private static long? MaxConnections(RemanenceSettings settings) =>
        settings.HttpConcurrency == 0 ? OpenFileLimit.Connections() : Math.Min(settings.HttpConcurrency, OpenFileLimit.Connections() ?? long.MaxValue);

    private static async Task ListenAsync(WebApplication app, RemanenceSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is SocketException || (exception is IOException && exception.InnerException is AddressInUseException))
        {
            var address = new IPEndPoint(settings.HttpHost, settings.HttpPort);
            throw new ConfigurationException(
                $"Cannot listen on {address} ({(exception.InnerException ?? exception).Message}); stop what uses it, or set another http.port or http.host.",
                "http.port",
                innerException: exception);
        }
    }

    private static void Map(WebApplication app, RemanenceSettings settings)
    {
        app.Services.GetRequiredService<HealthRoutes>().Map(app);
        var routes = new NativeRoutes(app, settings.MaxBodyBytes);
        MessageRoutes.Map(routes);
        SearchRoutes.Map(routes);
        MemoryListRoutes.Map(routes);
        PersonRoutes.Map(routes);
        MemoryRoutes.Map(routes);
        ResourceRoutes.Map(routes);
        CategoryRoutes.Map(routes);
        JobRoutes.Map(routes);
        WorkspaceRoutes.Map(routes);
        ErasureRoutes.Map(routes);
        new TransferRoutes(settings, app.Services.GetRequiredService<OpenStreams>()).Map(routes);
        app.Services.GetRequiredService<EventRoutes>().Map(routes);
        app.Services.GetRequiredService<McpRoutes>().Map(app);
        ApiPages.Map(app);
    }
}
