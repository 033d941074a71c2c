using Remanence.Client;
using Remanence.ConformanceTests.Services;

namespace Remanence.Server.Tests.Conformance;

/// <summary>The client against a real server over a file.</summary>
public sealed class HttpFixture : MemoryServiceFixture<HttpMemoryService>
{
    private RunningServer? _server;
    private HttpMemoryService? _service;

    protected override async ValueTask<HttpMemoryService> OpenAsync()
    {
        _server = await RunningServer.StartAsync();
        return _service = new HttpMemoryService(_server.Address);
    }

    protected override async ValueTask CloseAsync()
    {
        _service?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
