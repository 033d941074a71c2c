using Remanence.Services;

namespace Remanence.Cli.Connections;

/// <summary>A memory service in use, and what has to be closed with it.</summary>
internal sealed class ServiceConnection(MemoryService service, params IReadOnlyList<object> owned) : IAsyncDisposable
{
    public MemoryService Service { get; } = service;

    /// <summary>What the service can do beyond the small contract.</summary>
    public T Require<T>()
        where T : class => Service.Require<T>();

    /// <summary>Closes what was opened, the last first.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var item in owned.Reverse())
        {
            if (item is IAsyncDisposable asynchronous)
            {
                await asynchronous.DisposeAsync();
            }
            else if (item is IDisposable disposable)
            {
                disposable.Dispose();
            }
        }
    }
}
