using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Remanence.Mcp.External;

/// <summary>One connection to a server. Thread-safe.</summary>
internal sealed class ExternalMcpConnection : IAsyncDisposable
{
    private readonly McpClient _client;
    private volatile bool _lost;

    private ExternalMcpConnection(McpClient client) => _client = client;

    /// <summary>Whether calls have to go over another one.</summary>
    public bool IsLost => _lost || _client.Completion.IsCompleted;

    /// <summary>Whether it ended because the server no longer knows the session: what was sent last was not carried out then.</summary>
    public async Task<bool> WasForgottenAsync() =>
        _client.Completion.IsCompleted && await _client.Completion is HttpClientCompletionDetails { HttpStatusCode: System.Net.HttpStatusCode.NotFound };

    /// <summary>Connects.</summary>
    /// <param name="server">The server.</param>
    /// <param name="toolsChanged">Called when the server has other tools than before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ExternalMcpConnection> OpenAsync(ExternalMcpServer server, Action toolsChanged, CancellationToken cancellationToken)
    {
        var options = new McpClientOptions
        {
            ClientInfo = new Implementation { Name = "Remanence", Version = typeof(ExternalMcpConnection).Assembly.GetName().Version?.ToString(3) ?? "0" },
            InitializationTimeout = server.Timeout,

            // A program that starts slowly must not be taken for one that knows only the older handshake, which it would refuse then;
            // one that leaves an unknown method unanswered needs what is left.
            DiscoverProbeTimeout = server.Timeout * (2.0 / 3),
            Handlers = new McpClientHandlers
            {
                NotificationHandlers =
                [
                    new(NotificationMethods.ToolListChangedNotification, (_, _) =>
                    {
                        toolsChanged();
                        return ValueTask.CompletedTask;
                    }),
                ],
            },
        };

        // The package logs what is said; it gets no logger.
        return new ExternalMcpConnection(await McpClient.CreateAsync(Transport(server), options, loggerFactory: null, cancellationToken));
    }

    public async Task<IReadOnlyList<Tool>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await _client.ListToolsAsync(cancellationToken: cancellationToken)).Select(tool => tool.ProtocolTool)];

    public ValueTask<CallToolResult> CallAsync(string tool, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellationToken) =>
        _client.CallToolAsync(tool, arguments, cancellationToken: cancellationToken);

    /// <summary>Says that nothing more is to be expected of it.</summary>
    public void Lose() => _lost = true;

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    private static IClientTransport Transport(ExternalMcpServer server)
    {
        if (server.Transport != ExternalMcpTransport.Stdio)
        {
            return new HttpClientTransport(new HttpClientTransportOptions
            {
                Name = server.Name,
                Endpoint = server.Url!,
                AdditionalHeaders = server.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase),
                ConnectionTimeout = server.Timeout,
                TransportMode = server.Transport switch
                {
                    ExternalMcpTransport.Sse => HttpTransportMode.Sse,
                    ExternalMcpTransport.StreamableHttp => HttpTransportMode.StreamableHttp,
                    _ => HttpTransportMode.AutoDetect,
                },
            });
        }

        // Keys of models and the like stand in the environment: programs of others get their own variables and no more.
        var environment = StdioClientTransportOptions.GetDefaultEnvironmentVariables();
        foreach (var (name, value) in server.Environment)
        {
            environment[name] = value;
        }

        return new StdioClientTransport(new StdioClientTransportOptions
        {
            Name = server.Name,
            Command = server.Command!,
            Arguments = [.. server.Arguments],
            InheritEnvironmentVariables = false,
            EnvironmentVariables = environment,
        });
    }
}
