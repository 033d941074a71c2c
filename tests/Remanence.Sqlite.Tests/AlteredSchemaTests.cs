using Remanence.ConformanceTests.Stores;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Repair;
using Remanence.Sqlite.Schema;
using Remanence.Stores;

namespace Remanence.Sqlite.Tests;

/// <summary>A file whose tables and indexes are not those of its version is told as damaged, takes no changes, and is made whole by a repair.</summary>
public sealed class AlteredSchemaTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("DROP INDEX memories_by_id", "the index memories_by_id is missing", true)]
    [InlineData("DROP INDEX links_by_memory", "the index links_by_memory is missing", true)]
    [InlineData("DROP INDEX jobs_waiting; CREATE INDEX jobs_waiting ON jobs (priority)", "the index jobs_waiting is not as version", true)]
    [InlineData("DROP TABLE history", "the table history is missing", false)]
    [InlineData("DROP TABLE tombstones", "the table tombstones is missing", true)]
    [InlineData("DROP TABLE links", "the table links is missing", true)]
    [InlineData("DROP TABLE unfinished", "the table unfinished is missing", true)]
    [InlineData("DROP TABLE usage", "the table usage is missing", false)]
    [InlineData("DROP TABLE workspaces", "the table workspaces is missing", false)]
    [InlineData("DROP TABLE history; CREATE VIEW history AS SELECT 1 AS key", "the table history is missing", false)]
    [InlineData("ALTER TABLE history RENAME TO kept", "the table history is missing", true)]
    [InlineData("ALTER TABLE memories RENAME COLUMN cue TO clue", "the table memories is not as version", true)]
    [InlineData("ALTER TABLE memories ADD COLUMN colour TEXT DEFAULT 'red'; UPDATE memories SET colour = 'x'", "the table memories is not as version", true)]
    [InlineData("ALTER TABLE memories DROP COLUMN cue", "the table memories is not as version", true)]
    [InlineData("ALTER TABLE messages DROP COLUMN content", "the table messages is not as version", false)]
    [InlineData("CREATE TRIGGER t BEFORE INSERT ON memories BEGIN SELECT RAISE(ABORT, 'no'); END", "a trigger on memories is of another program", true)]
    [InlineData("CREATE UNIQUE INDEX one ON history (actor, key)", "an index on history is of another program", true)]
    [InlineData("PRAGMA user_version = 3", "is not as version 3 has it", true)]
    [InlineData("PRAGMA user_version = 0", "version is lost", true)]
    public async Task Is_told_takes_no_changes_and_is_made_whole(string sql, string told, bool whole)
    {
        var memories = await FillAsync();
        Change(sql);
        SqliteFileCheck.Run(_folder.Store).Damage.ShouldNotBeNull().ShouldContain(told);
        await using (var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store }))
        {
            await store.OpenAsync(Token);
            store.Damage.ShouldNotBeNull().Message.ShouldContain(told);
            await Should.ThrowAsync<StoreDamagedException>(() => store.CommitAsync(Sample.Changes(inserts: [Sample.Memory()]), Token));
        }

        var report = SqliteRepair.Run(_folder.Store, dryRun: false, TimeProvider.System, Token);

        report.Outcome.ShouldBe(whole ? SqliteRepairOutcome.Whole : SqliteRepairOutcome.Partial);
        SqliteFileCheck.Run(_folder.Store).Damage.ShouldBeNull();
        await using var again = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store });
        await again.OpenAsync(Token);
        var workspace = (await again.ListWorkspacesAsync(Token)).Single().Name;
        (await again.GetAsync(workspace, memories, Token)).Select(memory => memory.Id).ShouldBe(memories);
        await again.CommitAsync(Sample.Changes(inserts: [Sample.Memory()]), Token);
        again.Damage.ShouldBeNull();
    }

    [Theory]
    [InlineData("CREATE TABLE notes (text TEXT); CREATE INDEX notes_by_text ON notes (text); CREATE VIEW many AS SELECT count(*) FROM memories")]
    [InlineData("DROP INDEX history_by_memory; create index  History_By_Memory on [history] (\"workspace\",  memory)")]
    [InlineData("ANALYZE; VACUUM")]
    public async Task What_stands_beside_or_is_the_same_in_other_writing_is_no_damage(string sql)
    {
        await FillAsync();
        Change(sql);
        SqliteFileCheck.Run(_folder.Store).Damage.ShouldBeNull();
        await FillAsync();
    }

    [Theory]
    [InlineData("DROP TABLE history")]
    [InlineData("DROP INDEX memories_by_id")]
    [InlineData("ALTER TABLE memories DROP COLUMN cue")]
    public async Task Whoever_comes_upon_it_in_an_open_store_is_told(string sql)
    {
        await using var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store });
        await store.OpenAsync(Token);
        await store.CommitAsync(Sample.Changes(inserts: [Sample.Memory()]), Token);
        Change(sql);
        await Should.ThrowAsync<StoreDamagedException>(() => store.CommitAsync(Sample.Changes(inserts: [Sample.Memory()]), Token));
        store.Damage.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_read_of_what_is_missing_is_told()
    {
        var memories = await FillAsync();
        Change("DROP TABLE history");
        await using var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store });
        await store.OpenAsync(Token);
        (await store.GetAsync("ws", memories, Token)).Count.ShouldBe(memories.Count);
        await Should.ThrowAsync<StoreDamagedException>(() => store.GetHistoryAsync("ws", memories[0], Token));
        await Should.ThrowAsync<StoreDamagedException>(async () => await store.ReadHistoryAsync("ws", Token).AnyAsync(Token));
    }

    [Fact]
    public void Every_version_is_as_its_scripts_make_it()
    {
        for (var version = 1; version <= SqliteSchema.Migrations.Count; version++)
        {
            using var database = SqliteDatabase.Open(":memory:", readOnly: false, TimeSpan.Zero);
            SqliteSchema.Migrate(database, "m", [.. SqliteSchema.Migrations.Take(version)]);
            SchemaCheck.Find(database).ShouldBeNull();
            database.Execute("DROP INDEX memories_by_id");
            SchemaCheck.Find(database).ShouldNotBeNull();
        }
    }

    private async Task<IReadOnlyList<string>> FillAsync()
    {
        await using var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store });
        await store.OpenAsync(Token);
        var memories = Enumerable.Range(0, 30).Select(i => Sample.Memory(content: $"memory {i}")).ToList();
        var resource = Sample.Resource();
        await store.CommitAsync(Sample.Changes(inserts: memories), Token);
        await store.CommitAsync(Sample.Brings("ws", [resource], [Sample.Message(resource.Id, 0)]), Token);
        return [.. memories.Select(memory => memory.Id)];
    }

    private void Change(string sql)
    {
        using var database = SqliteDatabase.Open(_folder.Store, readOnly: false, TimeSpan.Zero);
        database.Execute(sql);
    }
}
