namespace Remanence.Server.Tests.Http;

/// <summary>A server that the tests of a class share; each test has a workspace of its own.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    private static int _workspaces;
    private RunningServer? _server;

    internal RunningServer Server => _server!;

    public HttpClient Client => Server.Client;

    public static string NewWorkspace() => $"h-{Interlocked.Increment(ref _workspaces)}";

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync();

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
