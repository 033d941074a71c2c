using System.Net.Sockets;
using Remanence.Hosting;

namespace Remanence.Cli.Doctor;

/// <summary>Whether a server could listen.</summary>
internal static class PortCheck
{
    public static CheckResult Run(RemanenceSettings settings)
    {
        const string name = "port";
        using var listener = new TcpListener(settings.HttpHost, settings.HttpPort);
        try
        {
            listener.Start();
            listener.Stop();
            return CheckResult.Ok(name, settings.HttpPort == 0 ? "any free port will be taken" : $"{settings.HttpHost}:{settings.HttpPort} is free");
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return CheckResult.Warn(
                name,
                $"{settings.HttpHost}:{settings.HttpPort} is taken",
                "if a Remanence server runs there, all is well: ask it with --url; otherwise choose another with http.port=N");
        }
        catch (SocketException e)
        {
            return CheckResult.Fail(
                name,
                $"{settings.HttpHost}:{settings.HttpPort} cannot be listened on: {e.Message}",
                "choose another with http.host=ADDRESS or http.port=N");
        }
    }
}
