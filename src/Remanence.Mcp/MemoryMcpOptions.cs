namespace Remanence.Mcp;

/// <summary>What an MCP server says of itself, and whose memories it means when a call does not say.</summary>
public sealed record MemoryMcpOptions
{
    /// <summary>The workspace of calls that name none, and the one whose categories and memories are listed as resources. Default <c>default</c>.</summary>
    public string Workspace { get; init; } = "default";

    /// <summary>The version that clients are told.</summary>
    public string Version { get; init; } = "0";
}
