using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Remanence.Cli.Connections;
using Remanence.Hosting;
using Remanence.Tools;

namespace Remanence.Cli.Doctor;

/// <summary>Asks every source of tools which it has; external MCP servers are connected for it, and left again.</summary>
internal static class ToolChecks
{
    public static async IAsyncEnumerable<CheckResult> RunAsync(
        RemanenceSettings settings, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var services = ConfiguredModels.Open(settings, time);
        foreach (var source in services.GetServices<ToolSource>())
        {
            yield return await AskAsync(source, cancellationToken);
        }
    }

    private static async Task<CheckResult> AskAsync(ToolSource source, CancellationToken cancellationToken)
    {
        const string name = "tools";
        try
        {
            var tools = await source.GetToolsAsync(null, cancellationToken);
            return tools.Count == 0
                ? CheckResult.Warn(name, $"{source.Name} has none", "is it the right server?")
                : CheckResult.Ok(name, $"{source.Name} has {string.Join(", ", tools.Select(tool => tool.Name))}");
        }
        catch (ToolSourceException exception)
        {
            return CheckResult.Fail(name, exception.Message, $"is external_mcp.{source.Name} right, and what it names there and running?");
        }
    }
}
