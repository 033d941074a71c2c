using Remanence.Client;

namespace Remanence.Cli.Connections;

/// <summary>Uses a server over HTTP.</summary>
internal static class RemoteConnection
{
    public static ServiceConnection Open(Uri url)
    {
        // No overall time limit: an import of a large file lasts as long as it lasts, and Ctrl-C ends it.
        var client = new HttpClient { BaseAddress = url, Timeout = Timeout.InfiniteTimeSpan };
        return new ServiceConnection(new HttpMemoryService(client), client);
    }
}
