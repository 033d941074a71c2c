using Microsoft.Extensions.DependencyInjection;
using Remanence.Hosting;
using Remanence.Sqlite;
using Remanence.Stores;

namespace Remanence.Cli.Connections;

/// <summary>Uses the store in the data folder, without a server.</summary>
internal static class LocalConnection
{
    /// <summary>Opens the store.</summary>
    /// <param name="settings">Where it is, and which models and flows there are.</param>
    /// <param name="create">Whether to make one when there is none; reading answers as an empty store would, and leaves no folder behind.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    public static async Task<ServiceConnection> OpenAsync(RemanenceSettings settings, bool create, TimeProvider time, CancellationToken cancellationToken)
    {
        var services = Services(settings, create, time);
        try
        {
            return await OpenAsync(services.GetRequiredService<MemoryEngine>(), cancellationToken, services);
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    /// <summary>The engine with its models and flows over the store, which is not opened yet.</summary>
    /// <param name="settings">Where it is, and which models and flows there are.</param>
    /// <param name="create">Whether to make a store when there is none.</param>
    /// <param name="time">The clock.</param>
    /// <param name="configure">Adds services.</param>
    public static ServiceProvider Services(RemanenceSettings settings, bool create, TimeProvider time, Action<IServiceCollection>? configure = null)
    {
        var file = settings.StoreFile;
        var services = new ServiceCollection()
            .AddSingleton(time)
            .AddSingleton<MemoryStore>(_ => create || File.Exists(file) ? FileStore(file) : new InMemoryStore())
            .AddEngine(settings);
        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }

    /// <summary>A store in a file.</summary>
    public static SqliteStore FileStore(string file) => new(new SqliteStoreOptions { Path = file });

    /// <summary>Opens an engine over a store; both, and what else is owned, are closed with the connection.</summary>
    public static Task<ServiceConnection> OpenAsync(
        MemoryStore store, MemoryEngineOptions options, TimeProvider time, CancellationToken cancellationToken, params IReadOnlyList<object> owned) =>
        OpenAsync(new MemoryEngine(store, options, time), cancellationToken, owned);

    private static async Task<ServiceConnection> OpenAsync(MemoryEngine engine, CancellationToken cancellationToken, params IReadOnlyList<object> owned)
    {
        var connection = new ServiceConnection(engine, [.. owned, engine]);
        try
        {
            await engine.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
