using System.Collections.Concurrent;
using System.Text;
using Remanence.Sqlite.Database;

namespace Remanence.Sqlite.Schema;

/// <summary>
/// Holds the tables, indexes and triggers of a file against those that its version has, as an empty file of it has them. What another program added beside
/// them is passed over; what it hung on one of them is not, as that may refuse a change or make another of it.
/// </summary>
internal static class SchemaCheck
{
    private const string Read = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type <> 'table', name";

    private static readonly ConcurrentDictionary<long, IReadOnlyList<Part>> Versions = [];

    /// <summary>What is missing, or other than it should be; null: nothing.</summary>
    /// <param name="database">A connection; that its file's version is known here was seen to.</param>
    public static string? Find(SqliteDatabase database)
    {
        try
        {
            var version = database.Number("PRAGMA user_version");
            return version < 1 ? "its version is lost"
                : version > SqliteSchema.Migrations.Count ? null
                : Compare(Parts(database), Versions.GetOrAdd(version, Make), version);
        }
        catch (DecoderFallbackException)
        {
            return "what it says of its tables is not text";
        }
    }

    /// <summary>The same, by a connection of its own.</summary>
    public static string? Find(string path)
    {
        using var database = SqliteDatabase.Open(path, readOnly: true, TimeSpan.Zero);
        return Find(database);
    }

    private static string? Compare(List<Part> parts, IReadOnlyList<Part> expected, long version)
    {
        var found = parts.ToLookup(part => part.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var part in expected)
        {
            if (found[part.Name].FirstOrDefault() is not { } there || there.Type != part.Type)
            {
                return $"the {part.Type} {part.Name} is missing";
            }

            if (there.Sql != part.Sql || !string.Equals(there.Table, part.Table, StringComparison.OrdinalIgnoreCase))
            {
                return $"the {part.Type} {part.Name} is not as version {version} has it";
            }
        }

        var known = expected.Select(part => part.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var other = parts.Find(part => known.Contains(part.Table) && !known.Contains(part.Name));
        return other is null ? null : $"{(other.Type == "index" ? "an index" : $"a {other.Type}")} on {other.Table} is of another program";
    }

    private static List<Part> Make(long version)
    {
        using var database = SqliteDatabase.Open(":memory:", readOnly: false, TimeSpan.Zero);
        SqliteSchema.Migrate(database, ":memory:", [.. SqliteSchema.Migrations.Take((int)version)]);
        return Parts(database);
    }

    private static List<Part> Parts(SqliteDatabase database)
    {
        var parts = new List<Part>();
        using var row = database.Prepare(Read);
        while (row.Step())
        {
            parts.Add(new Part(row.Text(0), row.Text(1), row.Text(2), Normal(row.NullableText(3))));
        }

        return parts;
    }

    // Spaces, quotes round a name and the letters' case change nothing; no text stands in what makes our tables.
    private static string? Normal(string? sql) =>
        sql is null ? null : string.Concat(sql.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('"' or '`' or '[' or ']'))).ToUpperInvariant();

    private sealed record Part(string Type, string Name, string Table, string? Sql);
}
