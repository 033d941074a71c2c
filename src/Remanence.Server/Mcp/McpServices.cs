using Remanence.Flows.Catalogue;
using Remanence.Hosting;
using Remanence.Mcp;
using Remanence.Server.Health;
using Remanence.Services;

namespace Remanence.Server.Mcp;

/// <summary>Adds what the Model Context Protocol needs.</summary>
internal static class McpServices
{
    public static IServiceCollection AddMemoryMcp(this IServiceCollection services, RemanenceSettings settings) => services.AddSingleton(provider => new MemoryMcp(
        provider.GetRequiredService<MemoryService>(),
        provider.GetRequiredService<FlowCatalogue>(),
        new MemoryMcpOptions { Workspace = settings.McpWorkspace, Version = HealthRoutes.Version },
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILoggerFactory>()));

    public static IServiceCollection AddMcpEndpoints(this IServiceCollection services, RemanenceSettings settings) =>
        services.AddMemoryMcp(settings).AddSingleton<McpSessions>().AddSingleton<McpHttpEndpoint>().AddSingleton<McpSseEndpoint>().AddSingleton<McpRoutes>();
}
