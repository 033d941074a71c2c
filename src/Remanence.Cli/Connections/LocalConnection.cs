using Microsoft.Extensions.DependencyInjection;
using Remanence.Hosting;
using Remanence.Sqlite;
using Remanence.Stores;

namespace Remanence.Cli.Connections;

/// <summary>Uses the store in the data folder, without a server.</summary>
internal static class LocalConnection
{
    /// <summary>The store's file in the data folder.</summary>
    public static string StoreFile(RemanenceSettings settings) => Path.Combine(settings.DataPath, "remanence.db");

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
    public static ServiceProvider Services(RemanenceSettings settings, bool create, TimeProvider time)
    {
        var file = StoreFile(settings);
        MemoryStore store = create || File.Exists(file) ? FileStore(file) : new InMemoryStore();
        return new ServiceCollection().AddSingleton(time).AddSingleton(store).AddEngine(settings).BuildServiceProvider();
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
