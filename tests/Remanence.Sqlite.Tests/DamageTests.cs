using Microsoft.Extensions.Logging;
using Remanence.ConformanceTests.Stores;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Stores;

namespace Remanence.Sqlite.Tests;

/// <summary>A damaged file: it is told, and no write is acknowledged that is not found again.</summary>
public sealed class DamageTests : IDisposable
{
    private const int Before = 400;

    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Damages.Names), MemberType = typeof(Damages))]
    public async Task Is_told_or_every_write_that_is_acknowledged_is_found(string damage)
    {
        await Fill(_folder.Store);
        Damage(_folder.Store, damage);
        var log = new CountingLog();
        await using var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store, Loggers = log });
        try
        {
            await store.OpenAsync(Token);
        }
        catch (StoreUnavailableException refused)
        {
            // What is not a store's file by its first bytes is no store's file; no server starts over it.
            refused.Message.ShouldContain("restore a backup");
            return;
        }

        var acknowledged = new List<string>();
        for (var i = 0; i < 60; i++)
        {
            try
            {
                var memory = Sample.Memory(content: "afterwards " + new string('x', 900));
                await store.CommitAsync(Sample.Changes(inserts: [memory]), Token);
                acknowledged.Add(memory.Id);
            }
            catch (StoreDamagedException refused)
            {
                refused.Message.ShouldContain("restore a backup");
            }
        }

        if (store.Damage is null)
        {
            // Then nothing of before is wrong, either.
            (await store.GetAsync("ws", acknowledged, Token)).Select(memory => memory.Id).ShouldBe(acknowledged);
            (await store.QueryIdsAsync(new MemoryQuery { Scope = new Scope("ws") }, Token)).Count.ShouldBe(Before + acknowledged.Count);
        }
        else
        {
            acknowledged.ShouldBeEmpty();
            await log.Told.WaitAsync(Token);
            log.Count.ShouldBe(1);
        }
    }

    [Fact]
    public async Task That_a_read_comes_upon_stops_writing()
    {
        await Fill(_folder.Store);
        await using var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store });
        await store.OpenAsync(Token);
        await store.CommitAsync(Sample.Changes(inserts: [Sample.Memory(content: "before")]), Token);
        store.Damage.ShouldBeNull();

        // A disk that loses pages under a running store.
        Damage(_folder.Store, "a table's leaf is zeroed");
        var all = new MemoryQuery { Scope = new Scope("ws"), Limit = 500 };
        await Should.ThrowAsync<StoreDamagedException>(() => store.QueryAsync(all, Token));

        store.Damage.ShouldNotBeNull();
        await Should.ThrowAsync<StoreDamagedException>(() => store.CommitAsync(Sample.Changes(inserts: [Sample.Memory()]), Token));
        (await store.ListWorkspacesAsync(Token)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("a table's leaf is zeroed")]
    [InlineData("a table's leaf is noise")]
    [InlineData("a leaf has half a page of another")]
    [InlineData("an overflow page is noise")]
    [InlineData("an index's leaf is zeroed")]
    [InlineData("an index's root is noise")]
    public async Task Searches_find_what_can_be_read(string damage)
    {
        await Fill(_folder.Store);
        Damage(_folder.Store, damage);
        await using var engine = new MemoryEngine(new SqliteStore(new SqliteStoreOptions { Path = _folder.Store }));
        await engine.OpenAsync(Token);

        // What was stored last lies behind the damage.
        var found = await engine.RetrieveAsync("ws", new RetrieveRequest { Query = "memory 398", TopK = 50 }, Token);
        found = await engine.RetrieveAsync("ws", new RetrieveRequest { Query = "memory 398", TopK = 50 }, Token);
        if (damage == "an index's root is noise")
        {
            found.Degraded.ShouldNotBeNull();
        }
        else
        {
            found.Results.ShouldContain(result => result.Memory.Content.StartsWith("memory 398 "));
            found.Degraded.ShouldNotBeNull().ShouldContain("damaged");
        }
    }

    [Theory]
    [InlineData("history_by_memory", 0)]
    [InlineData("memories_by_id", 0)]
    [InlineData("resources_by_id", 0)]
    [InlineData("history_by_memory", 70)]
    public async Task An_export_never_passes_for_the_whole_where_an_index_leads_astray(string index, int megabytes)
    {
        await Fill(_folder.Store);
        await using (var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store }))
        {
            // Of a file as long as this nobody holds the indexes against the rows at the start.
            await store.OpenAsync(Token);
            var document = Sample.Resource() with { Text = new string('t', megabytes << 20) };
            await store.CommitAsync(Sample.Brings("ws", [document, .. Enumerable.Range(0, 600).Select(_ => Sample.Resource())]), Token);
        }

        var file = StoreFile.Read(_folder.Store);
        file.Swap(file.Leaves(index)[0], file.Leaves(index)[1]);
        await File.WriteAllBytesAsync(_folder.Store, file.Bytes, Token);
        await using var engine = new MemoryEngine(new SqliteStore(new SqliteStoreOptions { Path = _folder.Store }));
        await engine.OpenAsync(Token);
        var given = 0;
        await Should.ThrowAsync<StoreDamagedException>(async () =>
        {
            await foreach (var record in engine.ExportAsync("ws", Token))
            {
                given += record.Memory is null ? 0 : 1;
            }
        });

        // What can be read is given all the same, and what is not found is not said not to be there.
        given.ShouldBe(Before);
        await Should.ThrowAsync<StoreDamagedException>(() => engine.GetHistoryAsync(new Scope("ws"), "no such id", Token));
        await Should.ThrowAsync<StoreDamagedException>(() => engine.GetAsync(new Scope("ws"), "no such id", Token));
        await Should.ThrowAsync<StoreDamagedException>(() => engine.GetResourceAsync(new Scope("ws"), "no such id", Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Noise_in_the_log_is_no_damage_of_the_file(int from)
    {
        await Fill(_folder.Store);
        var noise = new byte[20_000];
        new Random(3).NextBytes(noise.AsSpan(from));
        await File.WriteAllBytesAsync(_folder.Store + "-wal", noise, Token);
        await using var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store });
        await store.OpenAsync(Token);
        var memory = Sample.Memory();
        await store.CommitAsync(Sample.Changes(inserts: [memory]), Token);
        (await store.GetAsync("ws", memory.Id, Token)).ShouldNotBeNull();
        (await store.QueryIdsAsync(new MemoryQuery { Scope = new Scope("ws") }, Token)).Count.ShouldBe(Before + 1);
        store.Damage.ShouldBeNull();
    }

    [Theory]
    [InlineData("whole", false)]
    [InlineData("a page in the middle", true)]
    [InlineData("the header", true)]
    [InlineData("the last page", false)]
    [InlineData("the end is missing", false)]
    public async Task A_log_that_loses_changes_is_told_and_nothing_is_written_over_it(string part, bool told)
    {
        var copy = Path.Combine(Path.GetDirectoryName(_folder.Store)!, "killed.db");
        await using (var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store }))
        {
            await store.OpenAsync(Token);
            for (var i = 0; i < 40; i++)
            {
                await store.CommitAsync(Sample.Changes(inserts: [Sample.Memory(content: $"change {i}")]), Token);
            }

            // What a process leaves behind that is killed.
            File.Copy(_folder.Store, copy);
            File.Copy(_folder.Store + "-wal", copy + "-wal");
        }

        var log = await File.ReadAllBytesAsync(copy + "-wal", Token);
        var end = Array.FindLastIndex(log, value => value != 0) + 1;
        var at = part switch { "the header" => 20, "a page in the middle" => end / 2, "the last page" => end - 900, _ => -1 };
        if (at >= 0)
        {
            log.AsSpan(at, 8).Fill(0xee);
        }

        log = part == "the end is missing" ? log[..(end - 1000)] : log;
        await File.WriteAllBytesAsync(copy + "-wal", log, Token);
        await using (var again = new SqliteStore(new SqliteStoreOptions { Path = copy }))
        {
            await again.OpenAsync(Token);
            (again.Damage is not null).ShouldBe(told);
            if (told)
            {
                await Should.ThrowAsync<StoreDamagedException>(() => again.CommitAsync(Sample.Changes(inserts: [Sample.Memory()]), Token));
            }
            else
            {
                (await again.QueryIdsAsync(new MemoryQuery { Scope = new Scope("ws") }, Token)).Count.ShouldBe(part == "whole" ? 40 : 39);
            }
        }

        if (told)
        {
            (await File.ReadAllBytesAsync(copy + "-wal", Token)).ShouldBe(log);
            Repair
                .SqliteRepair.Run(copy, dryRun: false, TimeProvider.System, Token)
                .Tables.Single(table => table.Name == "memories")
                .Read.ShouldBeGreaterThan(part == "the header" ? -1 : 38);
        }
    }

    /// <summary>A store with rows in all that can come to harm: long ones, and pages that are free.</summary>
    internal static async Task Fill(string path)
    {
        await using var store = new SqliteStore(new SqliteStoreOptions { Path = path });
        await store.OpenAsync(Token);
        for (var i = 0; i < Before; i += 50)
        {
            var memories = Enumerable
                .Range(i, 50)
                .Select(at => Sample.Memory(content: $"memory {at} " + new string('a', at % 100 == 7 ? 20_000 : 700)))
                .ToList();
            await store.CommitAsync(Sample.Changes(inserts: memories), Token);
        }

        var gone = Enumerable.Range(0, 100).Select(_ => Sample.Memory(scope: new Scope("gone"), content: new string('g', 900))).ToList();
        await store.CommitAsync(Sample.Changes("gone", inserts: gone), Token);
        await store.DropWorkspaceAsync("gone", Token);
        await store.FinishErasuresAsync(Token);
    }

    internal static void Damage(string path, string name)
    {
        var file = StoreFile.Read(path);
        Damages.Inflict(name, file);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        stream.Write(file.Bytes);
        stream.SetLength(file.Bytes.Length + (name.EndsWith("in a page", StringComparison.Ordinal) ? 1234 : 0));
    }

    private sealed class CountingLog : ILoggerFactory, ILogger
    {
        private readonly TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _count;

        public int Count => _count;

        // Who finds the damage logs it a moment after others know.
        public Task Told => _told.Task;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Interlocked.Increment(ref _count);
            _told.TrySetResult();
        }

        public void Dispose()
        {
        }
    }
}
