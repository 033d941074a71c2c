namespace Remanence.Mcp.External;

/// <summary>An MCP server of others whose tools are used: an entry below <c>external_mcp</c>. Immutable.</summary>
public sealed record ExternalMcpServer
{
    /// <summary>Its name below <c>external_mcp</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How it is spoken to.</summary>
    public required ExternalMcpTransport Transport { get; init; }

    /// <summary>The program to start; null unless it is <see cref="ExternalMcpTransport.Stdio"/>.</summary>
    public string? Command { get; init; }

    /// <summary>The program's arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>
    /// Variables for the program, besides a few harmless ones (<c>PATH</c>, <c>HOME</c> …). Nothing else of Remanence's own environment is handed on. Never
    /// shown.
    /// </summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The address; null for <see cref="ExternalMcpTransport.Stdio"/>.</summary>
    public Uri? Url { get; init; }

    /// <summary>Headers for each request. Never shown.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How long connecting may take. Default 15 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The name alone: what a server is given must not come into a log with it.</summary>
    public override string ToString() => Name;
}
