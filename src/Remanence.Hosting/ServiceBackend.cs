namespace Remanence.Hosting;

/// <summary>What <c>serve</c> runs: the values of <c>backend</c>.</summary>
public enum ServiceBackend
{
    /// <summary>The server with all surfaces.</summary>
    Http,

    /// <summary>The tools of the Model Context Protocol.</summary>
    Mcp,

    /// <summary>One flow, whose answer is printed.</summary>
    Cmd,
}
