using Remanence.ConformanceTests.Stores;
using Remanence.Memories;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Repair;
using Remanence.Stores;

namespace Remanence.Sqlite.Tests;

/// <summary>Logs beside a damaged file, and repairs that are refused, stopped, or not needed.</summary>
public sealed class RepairStopTests : IDisposable
{
    private const int FrameBytes = 24 + StoreFile.PageSize;

    private readonly TempFolder _folder = new();
    private readonly TempFolder _crashed = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Dispose();
        _crashed.Dispose();
    }

    [Fact]
    public async Task A_log_that_a_crash_left_is_read_with_the_file()
    {
        await CrashAsync();
        Damage(_crashed.Store, bytes => bytes.AsSpan(0, StoreFile.PageSize).Clear());

        var report = Repair();
        report.Outcome.ShouldBe(SqliteRepairOutcome.Whole);
        File.Exists(report.KeptAs + "-wal").ShouldBeTrue();
        File.Exists(_crashed.Store + "-wal").ShouldBeFalse();
        (await ContentsAsync()).ShouldContain("last");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(13)]
    [InlineData(17)]
    [InlineData(21)]
    public async Task A_frame_that_is_damaged_takes_none_behind_it_along(int frame)
    {
        await CrashAsync();
        Damage(_crashed.Store + "-wal", bytes => bytes.AsSpan(32 + (frame * FrameBytes) + 2_000, 100).Fill(0x55));

        var report = Repair();

        report.Outcome.ShouldBe(SqliteRepairOutcome.Partial);
        report.LogDamaged.ShouldBeTrue();
        var contents = await ContentsAsync();
        contents.ShouldContain("last");
        (await File.ReadAllBytesAsync(_crashed.Store, Token)).AsSpan().IndexOf("what eve said"u8).ShouldBe(-1);
    }

    [Fact]
    public async Task A_sound_store_is_not_touched()
    {
        await CrashAsync();
        var before = _crashed.Contents();
        Repair().Outcome.ShouldBe(SqliteRepairOutcome.Sound);
        _crashed.Contents().ShouldBe(before);
    }

    [Fact]
    public async Task A_store_in_use_is_not_touched()
    {
        await using var store = new SqliteStore(new SqliteStoreOptions { Path = _crashed.Store });
        await store.OpenAsync(Token);
        Should.Throw<StoreUnavailableException>(Repair).Message.ShouldContain("in use by another process");
        await store.CommitAsync(Sample.Changes(inserts: [Sample.Memory()]), Token);
    }

    [Fact]
    public async Task A_dry_run_and_one_that_is_stopped_change_nothing()
    {
        await CrashAsync();
        Damage(_crashed.Store, bytes => bytes.AsSpan(100).Clear());
        var before = _crashed.Contents();
        SqliteRepair.Run(_crashed.Store, dryRun: true, TimeProvider.System, Token).KeptAs.ShouldBeNull();
        _crashed.Contents().ShouldBe(before);
        Should.Throw<OperationCanceledException>(() =>
            SqliteRepair.Run(_crashed.Store, dryRun: false, TimeProvider.System, new CancellationToken(canceled: true)));
        _crashed.Contents().ShouldBe(before);

        // What a kill leaves is replaced.
        await File.WriteAllTextAsync(_crashed.Store + ".new", "half a file", Token);
        Repair();
        File.Exists(_crashed.Store + ".new").ShouldBeFalse();
    }

    [Fact]
    public async Task A_log_on_its_way_is_put_back_while_the_new_file_is_not_in_place()
    {
        await CrashAsync();
        File.Move(_crashed.Store + "-wal", _crashed.Store + "-wal.moved");
        await File.WriteAllTextAsync(_crashed.Store + ".new", "the new file", Token);
        (await ContentsAsync()).ShouldContain("last");
    }

    [Fact]
    public async Task A_log_on_its_way_is_not_taken_for_the_new_files()
    {
        await CrashAsync();
        Damage(_crashed.Store, bytes => bytes.AsSpan(100).Clear());
        var report = Repair();
        var before = await ContentsAsync();
        File.Move(report.KeptAs + "-wal", _crashed.Store + "-wal.moved");
        (await ContentsAsync()).ShouldBe(before);
        File.Exists(report.KeptAs + "-wal").ShouldBeTrue();
    }

    [Fact]
    public async Task A_newer_file_and_another_programs_are_refused()
    {
        await CrashAsync();
        using (var database = SqliteDatabase.Open(_crashed.Store, readOnly: false, TimeSpan.Zero))
        {
            database.Execute("PRAGMA user_version = 99");
        }

        Should.Throw<StoreUnavailableException>(Repair).Message.ShouldContain("newer");
        File.Delete(_crashed.Store);
        File.Delete(_crashed.Store + "-wal");
        using (var database = SqliteDatabase.Open(_crashed.Store, readOnly: false, TimeSpan.Zero))
        {
            database.Execute("CREATE TABLE notes (text TEXT)");
        }

        Should.Throw<StoreUnavailableException>(Repair).Message.ShouldContain("another program");
    }

    // The files of a process that was killed: a log with changes that the file does not have yet, an erasure in the middle of them.
    private async Task CrashAsync()
    {
        await using var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store });
        await store.OpenAsync(Token);
        var hers = Sample.Memory(scope: new Scope("ws", "eve"), content: "what eve said");
        await store.CommitAsync(Sample.Changes(inserts: [hers, Sample.Memory(content: "first")]), Token);

        // A reader keeps the log from being emptied by the erasure.
        using (var reader = SqliteDatabase.Open(_folder.Store, readOnly: true, TimeSpan.Zero))
        {
            reader.Begin();
            reader.Number("SELECT count(*) FROM memories");
            await store.EraseAsync("ws", [hers.Id], Token);
            for (var i = 0; i < 10; i++)
            {
                await store.CommitAsync(Sample.Changes(inserts: [Sample.Memory(content: i == 9 ? "last" : $"memory {i}")]), Token);
            }

            foreach (var file in new[] { string.Empty, "-wal" })
            {
                File.Copy(_folder.Store + file, _crashed.Store + file, overwrite: true);
            }

            reader.Rollback();
        }
    }

    private SqliteRepairReport Repair() => SqliteRepair.Run(_crashed.Store, dryRun: false, TimeProvider.System, Token);

    private async Task<List<string>> ContentsAsync()
    {
        await using var store = new SqliteStore(new SqliteStoreOptions { Path = _crashed.Store });
        await store.OpenAsync(Token);
        return [.. (await store.QueryAsync(new MemoryQuery { Scope = new Scope("ws"), Limit = 500 }, Token)).Items.Select(memory => memory.Content)];
    }

    private static void Damage(string path, Action<byte[]> damage)
    {
        var bytes = File.ReadAllBytes(path);
        damage(bytes);
        File.WriteAllBytes(path, bytes);
    }
}
