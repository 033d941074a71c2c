using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Mcp;
using Remanence.Diagnostics;
using Remanence.Hosting;
using Remanence.Server;
using Remanence.Stores;

namespace Remanence.Cli.Commands;

/// <summary>Runs the server.</summary>
internal sealed class ServeCommand : CliCommand
{
    private readonly Option<string?> _port = new("--port", "-p") { Description = "The same as http.port=N.", HelpName = "N" };
    private readonly Option<string?> _host = new("--host") { Description = "The same as http.host=ADDRESS.", HelpName = "ADDRESS" };

    public ServeCommand(CliContext context)
        : base(
            context,
            "serve",
            "Run the server until Ctrl-C or SIGTERM. Prints its address when it listens; logs go to standard error.",
            "remanence serve",
            "remanence serve http.port=9000 data.path=/var/lib/remanence",
            "remanence serve backend=cmd cmd.flow=retrieve_task_memory_simple 'cmd.params={\"query\": \"plan a project\"}'",
            "remanence serve backend=mcp mcp.transport=http mcp.port=8010",
            "REMANENCE_HTTP_PORT=9000 remanence serve --config remanence.yaml")
    {
        Options.Add(_port);
        Options.Add(_host);
    }

    protected override async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        if (run.Url is not null)
        {
            throw new UsageException("serve runs a server of its own; leave out --url.");
        }

        var settings = run.LoadSettings([.. Given("http.port", run.Parse.GetValue(_port)), .. Given("http.host", run.Parse.GetValue(_host))]);
        return settings.Configuration.Backend switch
        {
            ServiceBackend.Cmd => await SingleFlow.RunAsync(run, settings, cancellationToken),
            ServiceBackend.Mcp when settings.McpTransport == McpTransport.Stdio => await StdioMcp.RunAsync(run, settings, cancellationToken),
            _ => await ServeAsync(run, settings, cancellationToken),
        };
    }

    private static async Task<int> ServeAsync(CommandRun run, RemanenceSettings settings, CancellationToken cancellationToken)
    {
        var started = false;
        try
        {
            await RemanenceServer.RunAsync(settings, Configure, OnStarted, cancellationToken);
            return ExitCodes.Ok;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Being told to stop is how a server ends.
            return ExitCodes.Ok;
        }
        catch (StoreUnavailableException e) when (!started && ServerNote.Find(settings.StoreFile) is { } holder)
        {
            var other = holder.GetLeftPart(UriPartial.Authority);
            throw new StoreUnavailableException(
                $"A server has the store {settings.StoreFile} already, at {other}: stop it, use it with --url {other}, or name another folder with "
                + $"data.path=DIR.",
                e);
        }
        catch (Exception e) when (!started && SocketFailure(e) is { SocketErrorCode: SocketError.AddressNotAvailable })
        {
            throw new UsageException($"{settings.HttpHost} is not an address of this machine; choose one with http.host=ADDRESS.", e);
        }
        catch (Exception e) when (!started && SocketFailure(e) is { } failure)
        {
            throw new ListenException(Explain(settings, failure), e);
        }

        void OnStarted(Uri address)
        {
            started = true;
            run.Console.Out.WriteLine($"Remanence listens on {address.AbsoluteUri[..^(address.AbsolutePath == "/" ? 1 : 0)]}");
            run.Console.Out.Flush();
        }
    }

    private static IEnumerable<string> Given(string setting, string? value) => value is null ? [] : [$"{setting}={value}"];

    // The host logs a failure to start with its whole stack; here it becomes one line. What it calls critical comes later, and stays.
    private static void Configure(IServiceCollection services) =>
        services.AddLogging(logging => logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical));

    private static SocketException? SocketFailure(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is SocketException socket)
            {
                return socket;
            }
        }

        return null;
    }

    private static string Explain(RemanenceSettings settings, SocketException failure)
    {
        var address = new IPEndPoint(settings.HttpHost, settings.HttpPort);
        return failure.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse => $"port {settings.HttpPort} is taken by another program; choose one with http.port=N (0: any free one).",
            SocketError.AccessDenied => $"listening on {address} is not allowed; choose a port above 1023 with http.port=N.",
            _ => $"cannot listen on {address}: {failure.Message}",
        };
    }
}
