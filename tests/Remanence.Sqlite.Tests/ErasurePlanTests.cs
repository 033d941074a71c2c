using Remanence.Sqlite.Database;
using Remanence.Sqlite.Erasing;
using Remanence.Sqlite.Rows;

namespace Remanence.Sqlite.Tests;

/// <summary>What is looked up with each erasure of a memory is looked up in an index, however large the workspace is.</summary>
public sealed class ErasurePlanTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string> Statements =>
    [
        SqliteLinks.Find, SqliteLinks.EraseOfMemory, SqliteSql.FindMessages, SqliteSql.FindMemory, SqliteSql.HistoryOfMemory,
        SqliteErasureSql.EraseMessage, SqliteErasureSql.EraseHistoryOfMemory, SqliteSql.DeleteMemory,
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task Goes_by_an_index(string sql)
    {
        await using (var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store }))
        {
            await store.OpenAsync(Token);
        }

        using var database = SqliteDatabase.Open(_folder.Store, readOnly: true, TimeSpan.Zero);
        using var row = database.Prepare($"EXPLAIN QUERY PLAN {sql}");
        row.Step().ShouldBeTrue();

        // "SCAN" goes through a table from end to end, "SEARCH … (rowid>? AND rowid<?)" through a part that grows.
        row.Text(3).ShouldStartWith("SEARCH");
        row.Text(3).ShouldContain("=?");
    }
}
