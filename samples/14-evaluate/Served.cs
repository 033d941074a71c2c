using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Remanence.Evaluation.Library;
using Remanence.Hosting;
using Remanence.Server;

namespace Evaluate;

// An empty server whose clock stands still, so that the same version makes the same library.
internal sealed class Served : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _data;

    private Served(WebApplication app, DirectoryInfo data)
    {
        _app = app;
        _data = data;
        Address = RemanenceServer.AddressOf(app);
        Http = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public static async Task<Served> StartAsync(string library)
    {
        var data = Directory.CreateTempSubdirectory("remanence-served-");
        var settings = new RemanenceSettings { HttpPort = 0, DataPath = data.FullName, LogLevel = LogLevel.None, LibraryPaths = [library] };
        var app = RemanenceServer.Build(settings, services => services.AddSingleton(LibraryBuilder.Clock));
        await app.StartAsync();
        return new Served(app, data);
    }

    public Task<IReadOnlyDictionary<string, int>> BuildLibrariesAsync(string folder) =>
        new LibraryBuilder(Http).BuildAsync(Path.GetFullPath(folder), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
