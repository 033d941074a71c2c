using System.IO.Pipelines;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Remanence.Flows.Catalogue;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Mcp.Tests.Support;

/// <summary>A server and the SDK's client in one process, over two pipes.</summary>
internal sealed class McpFixture : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly McpServer _server;
    private readonly StreamServerTransport _transport;
    private readonly Task _run;
    private readonly MemoryEngine? _engine;

    private McpFixture(MemoryEngine? engine, StreamServerTransport transport, McpServer server)
    {
        (_engine, _transport, _server) = (engine, transport, server);
        _run = server.RunAsync(_stop.Token);
    }

    public McpClient Client { get; private set; } = null!;

    public MemoryEngine Engine => _engine!;

    public static async Task<McpFixture> StartAsync(MemoryService? service = null, FlowCatalogue? flows = null)
    {
        MemoryEngine? engine = null;
        if (service is null)
        {
            service = engine = new MemoryEngine(new InMemoryStore(), new MemoryEngineOptions(), TimeProvider.System);
            await engine.OpenAsync();
        }

        var (up, down) = (new Pipe(), new Pipe());
        var transport = new StreamServerTransport(up.Reader.AsStream(), down.Writer.AsStream(), "test");
        var server = new MemoryMcp(service, flows).CreateServer(transport);
        var fixture = new McpFixture(engine, transport, server);
        fixture.Client = await McpClient.CreateAsync(new StreamClientTransport(up.Writer.AsStream(), down.Reader.AsStream()));
        return fixture;
    }

    public async Task<CallToolResult> CallAsync(string tool, object? arguments = null)
    {
        var given = System.Text.Json.JsonSerializer.SerializeToElement(arguments ?? new { });
        return await Client.CallToolAsync(
            tool,
            given.EnumerateObject().ToDictionary(member => member.Name, member => (object?)member.Value, StringComparer.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _stop.CancelAsync();
        await _transport.DisposeAsync();
        await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _server.DisposeAsync();
        if (_engine is not null)
        {
            await _engine.DisposeAsync();
        }

        _stop.Dispose();
    }
}
