namespace Remanence.Server.Tests.ReMe;

/// <summary>A server with the test's flows, shared by the tests of a class.</summary>
public sealed class FlowServerFixture : IAsyncLifetime
{
    private RunningServer? _server;

    internal RunningServer Server => _server!;

    public HttpClient Client => Server.Client;

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync(configure: TestFlows.Add);

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
