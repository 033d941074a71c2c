using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Remanence.Server.Mcp;

/// <summary>A request that is refused before it reaches a session.</summary>
internal sealed class McpErrorException(int status, int code, string message) : RemanenceException(message)
{
    /// <summary>No such session, as other servers and clients have it.</summary>
    public const int NoSession = -32001;

    public McpErrorException(int status, McpErrorCode code, string message)
        : this(status, (int)code, message)
    {
    }

    public int Status => status;

    public int Code => code;

    /// <summary>The request that is refused; none where none could be read.</summary>
    public RequestId Request { get; init; }
}
