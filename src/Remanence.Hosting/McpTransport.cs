namespace Remanence.Hosting;

/// <summary>How the Model Context Protocol is spoken with <c>backend=mcp</c>.</summary>
public enum McpTransport
{
    /// <summary>Over HTTP; clients of the older transport find it at <c>/sse/</c>.</summary>
    Sse,

    /// <summary>Over HTTP, streamable, at <c>/mcp</c>.</summary>
    Http,

    /// <summary>Over standard input and output.</summary>
    Stdio,
}
