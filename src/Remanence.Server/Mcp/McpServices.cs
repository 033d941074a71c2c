using Remanence.Hosting;

namespace Remanence.Server.Mcp;

/// <summary>Adds what the Model Context Protocol needs over HTTP.</summary>
internal static class McpServices
{
    public static IServiceCollection AddMcpEndpoints(this IServiceCollection services, RemanenceSettings settings) =>
        services.AddMemoryMcp(settings).AddSingleton<McpSessions>().AddSingleton<McpHttpEndpoint>().AddSingleton<McpSseEndpoint>().AddSingleton<McpRoutes>();
}
