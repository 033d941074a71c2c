using Remanence.ConformanceTests.Stores;
using Remanence.Memories;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Files;
using Remanence.Sqlite.Schema;
using Remanence.Stores;

namespace Remanence.Sqlite.Tests;

public sealed class SchemaTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Fresh_file_is_marked_as_ours()
    {
        await WriteStoreAsync();
        _folder.Contents().Keys.ShouldBe(["store.db"]);
        using var database = SqliteDatabase.Open(_folder.Store, readOnly: true, TimeSpan.Zero);
        database.Number("PRAGMA application_id").ShouldBe(SqliteSchema.ApplicationId);
        database.Number("PRAGMA user_version").ShouldBe(SqliteSchema.Migrations.Count);
    }

    [Fact]
    public async Task Newer_file_is_refused_untouched()
    {
        await WriteStoreAsync();
        Change("PRAGMA user_version = 99");
        (await RefusedAsync()).ShouldContain("newer");
    }

    [Fact]
    public async Task State_of_a_newer_version_is_neither_read_nor_written_over()
    {
        await WriteStoreAsync();
        Change("""UPDATE memories SET state = '{"version":2,"brand_new":{"a":1}}'""");
        await using var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store });
        await store.OpenAsync(Token);

        var refusal = await Should.ThrowAsync<StoreUnavailableException>(store.QueryAsync(new MemoryQuery { Scope = new Scope("ws") }, Token));

        refusal.Message.ShouldContain("newer");
    }

    [Fact]
    public async Task File_of_another_program_is_refused_untouched()
    {
        Change("CREATE TABLE notes (text TEXT)");
        (await RefusedAsync()).ShouldContain("another program");
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("SQLite format 3")]
    public async Task File_that_is_no_database_is_refused_untouched(string start)
    {
        await File.WriteAllTextAsync(_folder.Store, start, Token);
        (await RefusedAsync()).ShouldContain("not a SQLite file");
        await File.WriteAllTextAsync(_folder.Store, start + new string('x', 9000), Token);
        await RefusedAsync();
    }

    [Fact]
    public async Task Log_without_its_file_is_refused_untouched()
    {
        await File.WriteAllTextAsync(_folder.Store + "-wal", "log", Token);
        (await RefusedAsync()).ShouldContain("missing");
    }

    [Fact]
    public async Task Folder_in_the_files_place_is_refused()
    {
        Directory.CreateDirectory(_folder.Store);
        await RefusedAsync();
    }

    [Fact]
    public async Task Empty_file_and_remains_of_a_crash_at_creation_are_no_obstacle()
    {
        await File.WriteAllTextAsync(_folder.Store, string.Empty, Token);
        await File.WriteAllTextAsync(_folder.Store + ".new", "half a file", Token);
        await WriteStoreAsync();
        await WriteStoreAsync();
    }

    [Theory]
    [InlineData(true, "empty")]
    [InlineData(false, "missing")]
    public async Task A_store_that_is_gone_is_not_taken_for_a_new_one(bool cut, string told)
    {
        await WriteStoreAsync();
        File.Delete(_folder.Store + "-wal");
        File.Delete(_folder.Store);
        await File.WriteAllBytesAsync(cut ? _folder.Store : _folder.Store + ".other", [], Token);
        (await RefusedAsync()).ShouldContain(told);
        (await RefusedAsync()).ShouldContain("remove the lock file");
        SqliteFileCheck.IsNew(_folder.Store).ShouldBeFalse();

        // Whoever means it says so.
        File.Delete(_folder.Store + ".lock");
        SqliteFileCheck.IsNew(_folder.Store).ShouldBeTrue();
        await WriteStoreAsync();
        SqliteFileCheck.IsNew(_folder.Store).ShouldBeFalse();
    }

    [Fact]
    public async Task That_a_store_was_there_is_known_also_when_nothing_is_kept_for_erasing()
    {
        await WriteStoreAsync();
        using (var taken = SqliteLock.Take(_folder.Store))
        {
            taken.Release().ShouldBeTrue();
            taken.Release().ShouldBeFalse();
        }

        SqliteLock.KnowsStore(_folder.Store).ShouldBeTrue();
        SqliteLock.KnowsStore(_folder.Store + ".other").ShouldBeFalse();
        await WriteStoreAsync();
    }

    [Fact]
    public async Task Damaged_file_is_told_as_such()
    {
        await WriteStoreAsync();
        var bytes = await File.ReadAllBytesAsync(_folder.Store, Token);
        new Random(1).NextBytes(bytes.AsSpan(4096));
        await File.WriteAllBytesAsync(_folder.Store, bytes, Token);
        await using var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store });
        (await Should.ThrowAsync<StoreUnavailableException>(async () =>
        {
            await store.OpenAsync(Token);
            await store.CommitAsync(Sample.Changes(inserts: [Sample.Memory()]), Token);
        })).Message.ShouldContain("damaged");
    }

    [Fact]
    public async Task Old_file_is_brought_forward_with_its_content()
    {
        await WriteStoreAsync();
        string[] migrations = [.. SqliteSchema.Migrations, "ALTER TABLE memories ADD COLUMN extra TEXT", "UPDATE memories SET extra = id"];
        SqliteSchema.Prepare(_folder.Store, migrations);
        using var database = SqliteDatabase.Open(_folder.Store, readOnly: false, TimeSpan.Zero);
        SqliteSchema.Migrate(database, _folder.Store, migrations);
        database.TruncateLog();
        database.Number("SELECT count(*) FROM memories WHERE extra = id").ShouldBe(database.Number("SELECT count(*) FROM memories"));
        database.Number("PRAGMA user_version").ShouldBe(SqliteSchema.Migrations.Count + 2);
        Should.Throw<StoreUnavailableException>(() => SqliteSchema.Prepare(_folder.Store, SqliteSchema.Migrations));
    }

    [Fact]
    public async Task Failed_migration_leaves_the_old_version()
    {
        await WriteStoreAsync();
        string[] migrations = [.. SqliteSchema.Migrations, "ALTER TABLE memories ADD COLUMN extra TEXT", "no such statement"];
        using (var database = SqliteDatabase.Open(_folder.Store, readOnly: false, TimeSpan.Zero))
        {
            Should.Throw<InvalidOperationException>(() => SqliteSchema.Migrate(database, _folder.Store, migrations));
            database.InTransaction.ShouldBeFalse();
        }

        await WriteStoreAsync();
    }

    [Fact]
    public void Engine_is_new_enough() => Version.Parse(SqliteStore.EngineVersion).ShouldBeGreaterThanOrEqualTo(new Version(3, 35, 5));

    private async Task WriteStoreAsync()
    {
        await using var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store });
        await store.OpenAsync(Token);
        await store.CommitAsync(Sample.Changes(inserts: [Sample.Memory()]), Token);
    }

    private void Change(string sql)
    {
        using var database = SqliteDatabase.Open(_folder.Store, readOnly: false, TimeSpan.Zero);
        database.Execute(sql);
    }

    private async Task<string> RefusedAsync()
    {
        var before = _folder.Contents();
        await using var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store });
        var refusal = await Should.ThrowAsync<StoreUnavailableException>(store.OpenAsync(Token));
        refusal.Message.ShouldNotContain("\n");
        _folder.Contents().ShouldBe(before);
        return refusal.Message;
    }
}
