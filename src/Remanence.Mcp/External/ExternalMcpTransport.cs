namespace Remanence.Mcp.External;

/// <summary>How an external MCP server is spoken to.</summary>
public enum ExternalMcpTransport
{
    /// <summary>A process of its own, over its standard input and output.</summary>
    Stdio,

    /// <summary>Over HTTP: streamable where the server has it, else SSE.</summary>
    Http,

    /// <summary>Over HTTP, streamable and nothing else.</summary>
    StreamableHttp,

    /// <summary>Over HTTP, the older way with server-sent events.</summary>
    Sse,
}
