using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Remanence.Stores;

namespace Remanence.Sqlite;

/// <summary>Registers the SQLite store.</summary>
public static class SqliteServiceCollectionExtensions
{
    /// <summary>Makes one SQLite file the store. The container disposes it; whoever starts the application opens it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="path">The file.</param>
    public static IServiceCollection AddSqliteMemoryStore(this IServiceCollection services, string path) =>
        services.AddSqliteMemoryStore(new SqliteStoreOptions { Path = path });

    /// <summary>Makes one SQLite file the store. The container disposes it; whoever starts the application opens it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">The settings.</param>
    public static IServiceCollection AddSqliteMemoryStore(this IServiceCollection services, SqliteStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.Replace(
            ServiceDescriptor.Singleton<MemoryStore>(provider => new SqliteStore(
                options with
                {
                    Loggers = options.Loggers ?? provider.GetService<ILoggerFactory>(),
                })));
        return services;
    }
}
