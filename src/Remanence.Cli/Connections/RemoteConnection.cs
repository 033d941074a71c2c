using Remanence.Client;

namespace Remanence.Cli.Connections;

/// <summary>Uses a server over HTTP.</summary>
internal static class RemoteConnection
{
    public static ServiceConnection Open(Uri url)
    {
        var service = new HttpMemoryService(url);
        return new ServiceConnection(service, service);
    }
}
