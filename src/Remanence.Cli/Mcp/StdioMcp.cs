using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Remanence.Cli.Connections;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Client;
using Remanence.Diagnostics;
using Remanence.Hosting;
using Remanence.Mcp;
using Remanence.Server;
using Remanence.Stores;

namespace Remanence.Cli.Mcp;

/// <summary>
/// Serves one client over standard input and output, until the input ends or the program is told to stop. Nothing but messages of the protocol goes to the
/// output.
/// </summary>
internal static class StdioMcp
{
    public static async Task<int> RunAsync(CommandRun run, RemanenceSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            await (run.Url is { } url ? ServeRemoteAsync(run, settings, url, cancellationToken) : ServeLocalAsync(run, settings, cancellationToken));
        }
        catch (StoreUnavailableException) when (run.Url is null && ServerNote.Find(settings.StoreFile) is { } holder)
        {
            // Nothing of the input was read yet.
            await ServeRemoteAsync(run, settings, holder, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Being told to stop is how a server ends.
        }

        return ExitCodes.Ok;
    }

    private static async Task ServeRemoteAsync(CommandRun run, RemanenceSettings settings, Uri url, CancellationToken cancellationToken)
    {
        using var loggers = LoggerFactory.Create(logging => logging.AddServerLogging(settings));
        using var service = new HttpMemoryService(url);
        await ServeAsync(run, new MemoryMcp(service, flows: null, EngineServices.McpOptions(settings), run.Time, loggers), settings, cancellationToken);
    }

    private static async Task ServeLocalAsync(CommandRun run, RemanenceSettings settings, CancellationToken cancellationToken)
    {
        await using var services = LocalConnection.Services(
            settings, create: true, run.Time, services => services.AddLogging(logging => logging.AddServerLogging(settings)).AddMemoryMcp(settings));
        var mcp = services.GetRequiredService<MemoryMcp>();
        var engine = services.GetRequiredService<EngineRunner>();
        await engine.OpenAsync(cancellationToken);
        await engine.StartJobsAsync(cancellationToken);
        try
        {
            await ServeAsync(run, mcp, settings, cancellationToken);
        }
        finally
        {
            await engine.StopJobsAsync(CancellationToken.None);
        }
    }

    private static async Task ServeAsync(CommandRun run, MemoryMcp mcp, RemanenceSettings settings, CancellationToken cancellationToken)
    {
        await using var input = run.Console.OpenInput();
        await using var output = run.Console.OpenOutput();
        await using var transport = new StdioTransport(input, output, settings.MaxBodyBytes);
        await using var server = mcp.CreateServer(transport);
        await server.RunAsync(cancellationToken);
    }
}
