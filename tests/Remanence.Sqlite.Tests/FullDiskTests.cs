using Remanence.ConformanceTests.Stores;
using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.Sqlite.Tests;

/// <summary>A disk without room: it is told once, erasing works, and nothing has to be started anew when there is room.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Kept = 4 << 20;
    private const int Full = 61;
    private const int HasRoomAgain = 62;

    private readonly TestDisk _disk = new(megabytes: 12);
    private readonly LoggedEvents _log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _disk.Dispose();

    [Fact]
    public async Task Is_told_once_and_once_more_when_there_is_room()
    {
        await using var store = await OpenAsync();
        await store.CommitAsync(Changes("first", 10), Token);
        (await store.FindFullAsync(Token)).ShouldBeNull();
        _disk.Fill();
        for (var i = 0; i < 20; i++)
        {
            (await Should.ThrowAsync<StoreFullException>(() => store.CommitAsync(Changes($"refused {i}", 40_000), Token))).Message.ShouldContain(
                "nothing was changed");
            (await store.FindFullAsync(Token)).ShouldNotBeNull();
        }

        _log.All.ShouldBe([Full]);
        _disk.MakeRoom();
        await _log.Logged(HasRoomAgain).WaitAsync(Token);
        (await store.FindFullAsync(Token)).ShouldBeNull();
        await store.CommitAsync(Changes("last", 40_000), Token);
        (await store.QueryIdsAsync(new MemoryQuery { Scope = new Scope("ws") }, Token)).ShouldBe(["first", "last"], ignoreOrder: true);
        _log.All.ShouldBe([Full, HasRoomAgain]);
        new FileInfo(_disk.Store + ".lock").Length.ShouldBe(Kept);
    }

    [Fact]
    public async Task Is_found_before_anybody_writes()
    {
        await using var store = await OpenAsync();
        await store.FinishErasuresAsync(Token);
        _disk.Fill();
        (await store.FindFullAsync(Token)).ShouldNotBeNull().Message.ShouldContain("no room left");
        _log.All.ShouldBe([Full]);
        _disk.MakeRoom();
        await _log.Logged(HasRoomAgain).WaitAsync(Token);
        (await store.FindFullAsync(Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Is_full_at_the_start_and_what_is_kept_for_erasing_is_taken_when_there_is_room()
    {
        await using (await OpenAsync())
        {
        }

        _disk.Fill();
        await using var store = await OpenAsync();
        new FileInfo(_disk.Store + ".lock").Length.ShouldBeLessThan(Kept);
        _disk.Fill();
        (await store.FindFullAsync(Token)).ShouldNotBeNull();
        _disk.MakeRoom();
        await _log.Logged(HasRoomAgain).WaitAsync(Token);
        new FileInfo(_disk.Store + ".lock").Length.ShouldBe(Kept);
    }

    [Fact]
    public async Task Can_be_erased_from_again_and_again()
    {
        await using var store = await OpenAsync();
        await store.CommitAsync(Sample.Changes(inserts: [.. Enumerable.Range(0, 8).Select(i => Memory($"{i}", 200_000))]), Token);
        await store.FinishErasuresAsync(Token);
        for (var i = 0; i < 8; i++)
        {
            _disk.Fill();
            await WriteUntilFullAsync(store, i);
            (await store.EraseAsync("ws", [$"{i}"], Token)).ShouldBe(new Erasure { Memories = 1, History = 1 });
            await store.CommitAsync(Changes($"after {i}", 10_000), Token);
        }
    }

    [Fact]
    public async Task What_a_crash_left_is_gone_also_without_room()
    {
        // As the disk is when the process dies with changes in its log for which the file has to grow.
        using var crashed = new TempFolder();
        await using (var store = await OpenAsync())
        {
            await store.FinishErasuresAsync(Token);
            await store.CommitAsync(Sample.Changes(inserts: [.. Enumerable.Range(0, 10).Select(i => Memory($"{i}", 200_000))]), Token);
            _disk.CopyTo(crashed.Path);
        }

        File.WriteAllBytes(crashed.Store + ".lock", new byte[Kept]);
        _disk.Take(crashed.Path);
        _disk.Fill();
        await using var opened = await OpenAsync();
        _disk.Fill();
        (await opened.EraseAsync("ws", ["3"], Token)).Memories.ShouldBe(1);
        await opened.FinishErasuresAsync(Token);
        new FileInfo(_disk.Store + "-wal").Length.ShouldBeLessThan(1 << 20);
        (await opened.QueryIdsAsync(new MemoryQuery { Scope = new Scope("ws") }, Token)).Count.ShouldBe(9);
    }

    [Fact]
    public async Task A_wait_without_any_room_ends_and_says_so()
    {
        // As before, with nothing left of what was kept.
        using var crashed = new TempFolder();
        await using (var store = await OpenAsync())
        {
            await store.FinishErasuresAsync(Token);
            await store.CommitAsync(Sample.Changes(inserts: [.. Enumerable.Range(0, 10).Select(i => Memory($"{i}", 200_000))]), Token);
            _disk.CopyTo(crashed.Path);
        }

        File.WriteAllBytes(crashed.Store + ".lock", []);
        _disk.Take(crashed.Path);
        _disk.Fill();
        await using var opened = await OpenAsync(new HurriedClock());
        (await Should.ThrowAsync<StoreFullException>(() => opened.FinishErasuresAsync(Token))).Message.ShouldContain("Make room");
        _disk.MakeRoom();
        while (new FileInfo(_disk.Store + "-wal").Length >= 1 << 20)
        {
            await Task.Delay(10, Token);
        }
    }

    private static async Task WriteUntilFullAsync(SqliteStore store, int round)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                await store.CommitAsync(Changes($"{round} more {i}", 20_000), Token);
            }
        }
        catch (StoreFullException)
        {
        }
    }

    private static Memory Memory(string id, int length) => Sample.Memory(id, new Scope("ws", "ann"), new string('x', length));

    private static ChangeSet Changes(string id, int length) => Sample.Changes(inserts: [Memory(id, length)]);

    private async Task<SqliteStore> OpenAsync(TimeProvider? time = null)
    {
        _disk.SkipUnlessMounted();
        var store = new SqliteStore(new SqliteStoreOptions { Path = _disk.Store, Loggers = _log, Time = time ?? TimeProvider.System });
        await store.OpenAsync(Token);
        return store;
    }
}
