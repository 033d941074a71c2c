using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Remanence.Tools;

namespace Remanence.Mcp.External;

/// <summary>Adds the tools of MCP servers of others.</summary>
public static class ExternalMcpServices
{
    /// <summary>
    /// Offers the tools of each server to the flow <c>react</c>. A server is connected when its tools are first needed, again when the connection broke, and
    /// left, its process ended, when the services are disposed.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="servers">The servers.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddExternalMcp(this IServiceCollection services, IEnumerable<ExternalMcpServer> servers)
    {
        ArgumentNullException.ThrowIfNull(servers);
        services.TryAddSingleton(TimeProvider.System);
        foreach (var server in servers)
        {
            services.AddSingleton<ToolSource>(provider => new ExternalMcpTools(
                server,
                provider.GetRequiredService<TimeProvider>(),
                (provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger<ExternalMcpTools>()));
        }

        return services;
    }
}
