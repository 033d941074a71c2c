using System.ComponentModel;
using System.Globalization;
using System.Net.Sockets;
using ModelContextProtocol;
using ModelContextProtocol.Client;

namespace Remanence.Mcp.External;

/// <summary>Why a server cannot be reached, in words that hold nothing of what it was given.</summary>
internal static class ConnectFailures
{
    public static string Reason(Exception exception, ExternalMcpServer server)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case Win32Exception and not SocketException:
                    return "its program does not start";
                case ClientTransportClosedException { Details: StdioClientCompletionDetails { ExitCode: { } code } }:
                    return string.Create(CultureInfo.InvariantCulture, $"its program ended with code {code}");
                case HttpRequestException { StatusCode: { } status }:
                    return string.Create(CultureInfo.InvariantCulture, $"it answers with status {(int)status}");
                case HttpRequestException:
                    return "no connection";
                case OperationCanceledException or TimeoutException:
                    return string.Create(CultureInfo.InvariantCulture, $"no answer within {server.Timeout.TotalSeconds:0.###} s");
                case McpException:
                    return "it does not speak the protocol, or a version of it that is not known";
            }
        }

        // A pipe that broke says no more.
        return server.Transport == ExternalMcpTransport.Stdio && exception is IOException ? "its program ended before it answered" : exception.GetType().Name;
    }
}
