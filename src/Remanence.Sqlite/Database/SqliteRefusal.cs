namespace Remanence.Sqlite.Database;

/// <summary>SQLite refused a statement of the store's own, which it takes on a file as the store makes it.</summary>
internal sealed class SqliteRefusal(string message) : InvalidOperationException(message);
