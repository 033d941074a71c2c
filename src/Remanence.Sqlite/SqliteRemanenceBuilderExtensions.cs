using Remanence.DependencyInjection;
using Remanence.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Names SQLite as the store.</summary>
public static class SqliteRemanenceBuilderExtensions
{
    /// <summary>Keeps memories in one SQLite file, which is made when it is not there.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="path">The file.</param>
    /// <returns>The same builder.</returns>
    public static RemanenceBuilder UseSqlite(this RemanenceBuilder builder, string path) => builder.UseSqlite(new SqliteStoreOptions { Path = path });

    /// <summary>Keeps memories in one SQLite file.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="options">Which, and how.</param>
    /// <returns>The same builder.</returns>
    public static RemanenceBuilder UseSqlite(this RemanenceBuilder builder, SqliteStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSqliteMemoryStore(options);
        return builder;
    }
}
