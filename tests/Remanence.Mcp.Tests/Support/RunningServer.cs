using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Remanence.Hosting;
using Remanence.Server;

namespace Remanence.Mcp.Tests.Support;

/// <summary>A real server on a port of its own, with the flows of tests.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly WebApplication _app;

    private RunningServer(TemporaryFolder folder, WebApplication app)
    {
        (_folder, _app) = (folder, app);
        Address = RemanenceServer.AddressOf(app);
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<RunningServer> StartAsync(Func<RemanenceSettings, RemanenceSettings>? change = null, Action<IServiceCollection>? configure = null)
    {
        var folder = new TemporaryFolder();
        var settings = new RemanenceSettings { HttpPort = 0, DataPath = folder["data"], LogLevel = LogLevel.None };
        var app = RemanenceServer.Build(change?.Invoke(settings) ?? settings, services =>
        {
            services.AddSingleton(EchoFlows.Build());
            configure?.Invoke(services);
        });
        await app.StartAsync();
        return new RunningServer(folder, app);
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
