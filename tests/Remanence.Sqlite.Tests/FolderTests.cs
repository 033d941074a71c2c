using System.Runtime.Versioning;
using Remanence.ConformanceTests.Stores;
using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.Sqlite.Tests;

/// <summary>What lies around the file: other processes, a full disk, a folder that cannot be written.</summary>
public sealed class FolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        TestDisk.Command("umount", _folder.Path);
        _folder.Dispose();
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_the_owner_reads_what_is_made()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows gives the rights of the folder above.");
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "data", "store.db");
        await using var store = new SqliteStore(new SqliteStoreOptions { Path = path });
        await store.OpenAsync(TestContext.Current.CancellationToken);
        await store.CommitAsync(Sample.Changes(inserts: [Sample.Memory()]), TestContext.Current.CancellationToken);
        File.GetUnixFileMode(Path.GetDirectoryName(path)!).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.GetFiles(Path.GetDirectoryName(path)!).Length.ShouldBeGreaterThanOrEqualTo(4);
        Directory.GetFiles(Path.GetDirectoryName(path)!).ShouldAllBe(file => File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task Second_store_on_the_same_file_is_refused_while_the_first_is_open()
    {
        await using var first = await OpenAsync();
        (await Should.ThrowAsync<StoreUnavailableException>(OpenAsync)).Message.ShouldContain("in use by another process");
        await first.DisposeAsync();
        await using var second = await OpenAsync();
    }

    [Fact]
    public async Task Second_process_on_the_same_file_is_refused()
    {
        await using var first = await OpenAsync();
        using var second = new WriterProcess(_folder.Store, 1, "x");
        (await second.ReadLineAsync(Token)).ShouldNotBeNull().ShouldStartWith("unavailable The store " + _folder.Store + " is in use by another process");
        (await second.ExitCodeAsync(Token)).ShouldBe(3);
        await first.CommitAsync(Sample.Changes(inserts: [Sample.Memory()]), Token);
    }

    [Fact]
    public async Task Missing_folders_are_made()
    {
        await using var store = new SqliteStore(new SqliteStoreOptions { Path = Path.Combine(_folder.Path, "a", "b", "store.db") });
        await store.OpenAsync(Token);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Folder_that_cannot_be_written_is_told(bool storeExists)
    {
        Assert.SkipUnless(TestDisk.Command("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", _folder.Path), "Only root can mount a read-only folder.");
        if (storeExists)
        {
            await using var store = await OpenAsync();
        }

        TestDisk.Command("mount", "-o", "remount,ro", _folder.Path).ShouldBeTrue();
        (await Should.ThrowAsync<StoreUnavailableException>(OpenAsync)).Message.ShouldContain("cannot be written");
    }

    [Fact]
    public async Task Full_disk_refuses_whole_change_sets_and_the_store_goes_on()
    {
        Assert.SkipUnless(TestDisk.Command("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", _folder.Path), "Only root can mount a small disk.");
        var filler = Path.Combine(_folder.Path, "filler");
        await File.WriteAllBytesAsync(filler, new byte[1 << 20], Token);
        await using var store = await OpenAsync();
        var stored = new List<string>();
        var refused = new List<string>();
        for (var round = 0; round < 40; round++)
        {
            // Several callers at once: each must be told its own outcome.
            var commits = Enumerable.Range(0, 4).Select(i => (Ids: new[] { $"{round}-{i}-a", $"{round}-{i}-b" }, i)).Select(item => (
                item.Ids,
                Commit: store.CommitAsync(
                    Sample.Changes(inserts: [.. item.Ids.Select(id => Sample.Memory(id, content: new string('x', 10_000 * (item.i + 1))))]), Token))).ToList();
            foreach (var (ids, commit) in commits)
            {
                try
                {
                    await commit;
                    stored.AddRange(ids);
                }
                catch (StoreFullException)
                {
                    refused.AddRange(ids);
                }
            }
        }

        stored.ShouldNotBeEmpty();
        refused.ShouldNotBeEmpty();
        (await store.QueryIdsAsync(new MemoryQuery { Scope = new Scope("ws") }, Token))
            .Order(StringComparer.Ordinal)
            .ShouldBe(stored.Order(StringComparer.Ordinal));

        File.Delete(filler);
        await store.CommitAsync(Sample.Changes(inserts: [Sample.Memory("after", content: new string('x', 100_000))]), Token);
        await store.DisposeAsync();
        await using var again = await OpenAsync();
        (await again.QueryIdsAsync(new MemoryQuery { Scope = new Scope("ws") }, Token)).Count.ShouldBe(stored.Count + 1);
        (await again.GetWorkspaceAsync("ws", Token))!.Memories.ShouldBe(stored.Count + 1);
    }

    [Fact]
    public async Task Erasing_makes_room_on_a_full_disk()
    {
        Assert.SkipUnless(TestDisk.Command("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", _folder.Path), "Only root can mount a small disk.");
        await using var store = await OpenAsync();
        await store.CommitAsync(
            Sample.Changes(inserts: [Sample.Memory("ann", new Scope("ws", "ann"), new string('x', 400_000)), Sample.Memory("bob", new Scope("ws", "bob"))]),
            Token);

        // The log has no room of its own then.
        await store.FinishErasuresAsync(Token);
        await using (var filler = new FileStream(Path.Combine(_folder.Path, "filler"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            await Should.ThrowAsync<IOException>(async () =>
            {
                while (true)
                {
                    await filler.WriteAsync(new byte[4096], Token);
                }
            });
        }

        var more = Sample.Changes(inserts: [Sample.Memory("more", new Scope("ws", "bob"), new string('x', 40_000))]);
        await Should.ThrowAsync<StoreFullException>(() => store.CommitAsync(more, Token));
        (await store.EraseAsync(new Scope("ws", "ann"), Token)).ShouldBe(new Erasure { Memories = 1, History = 1 });
        await store.CommitAsync(more, Token);
        (await store.QueryIdsAsync(new MemoryQuery { Scope = new Scope("ws") }, Token)).ShouldBe(["bob", "more"], ignoreOrder: true);
    }

    private async Task<SqliteStore> OpenAsync()
    {
        var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store });
        await store.OpenAsync(Token);
        return store;
    }
}
