using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Remanence.Hosting;

namespace Remanence.Server.Tests;

/// <summary>A real server on a port of its own, over a store in a folder of its own.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly WebApplication _app;

    private RunningServer(TemporaryFolder folder, WebApplication app)
    {
        _folder = folder;
        _app = app;
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
        var app = RemanenceServer.Build(change?.Invoke(settings) ?? settings, configure);
        try
        {
            await app.StartAsync();
            return new RunningServer(folder, app);
        }
        catch
        {
            await app.DisposeAsync();
            folder.Dispose();
            throw;
        }
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
