using System.Text;
using Remanence.ConformanceTests.Stores;
using Remanence.Embeddings;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Sqlite.Database;
using Remanence.Stores;

namespace Remanence.Sqlite.Tests;

/// <summary>Erased means erased: no byte of it is left in any file of the folder, while the store is still open.</summary>
public sealed class ErasedBytesTests : IDisposable
{
    private const string Secret = "SECRETLAKEHOUSE";

    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Nothing_of_an_erased_person_is_left_in_the_files(int seed)
    {
        await using var store = await FillAsync(seed);
        Find().ShouldNotBeEmpty();
        (await store.EraseAsync(new Scope("ws", "ann"), Token)).Memories.ShouldBeGreaterThan(100);
        Find().ShouldBeEmpty();
        (await store.QueryIdsAsync(new MemoryQuery { Scope = new Scope("ws") }, Token)).Count.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Nothing_of_erased_memories_is_left_in_the_files()
    {
        await using var store = await FillAsync(4, withResources: false);
        await store.EraseAsync("ws", [.. Enumerable.Range(0, 1000).Select(i => $"ann{i}")], Token);
        Find().ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_of_a_dropped_workspace_is_left_in_the_files()
    {
        await using var store = await FillAsync(5);
        await store.DropWorkspaceAsync("ws", Token);
        Find().ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_of_an_erased_persons_vectors_is_left_in_the_files()
    {
        await using var store = await FillAsync(6, withResources: false);
        var space = new EmbeddingSpace("space", 64, "h");
        var secret = new QuantizedVector([.. Enumerable.Range(0, 64).Select(i => (sbyte)Secret[i % 8])], 0.01f);
        var harmless = new QuantizedVector([.. Enumerable.Range(0, 64).Select(i => (sbyte)i)], 0.01f);
        for (var round = 0; round < 4; round++)
        {
            // Vectors move about in the file as those between them come, are replaced and go.
            var page = await store.QueryUnembeddedAsync("ws", space, null, 1000, Token);
            var vectors = page.Items.Where((_, i) => i % 4 == round).Select(item => new MemoryVectors(
                item.MemoryId, item.Sequence, [.. Enumerable.Repeat(item.Memory!.Scope.User == "ann" ? secret : harmless, 1 + (round * 3))]));
            await store.CommitAsync(
                new ChangeSet
                {
                    Id = $"v{round}",
                    Workspace = "ws",
                    At = Sample.At,
                    BuildSpace = space,
                    Vectors = [new SpaceVectors(space, [.. vectors])],
                },
                Token);
        }

        await store.EraseAsync("ws", [.. Enumerable.Range(0, 300).Select(i => $"ann{i}")], Token);
        Find().ShouldNotBeEmpty();
        await store.EraseAsync(new Scope("ws", "ann"), Token);
        Find().ShouldBeEmpty();
        var info = (await store.GetWorkspaceAsync("ws", Token))!;
        info.NextEmbedding!.Memories.ShouldBeInRange(100, info.Memories);
    }

    [Fact]
    public async Task Writing_on_brings_nothing_back()
    {
        await using var store = await FillAsync(7);
        await store.EraseAsync(new Scope("ws", "ann"), Token);
        for (var round = 0; round < 20; round++)
        {
            var page = await store.QueryAsync(new MemoryQuery { Scope = new Scope("ws"), Limit = 500 }, Token);
            var updates = page.Items.Where((_, i) => i % 20 == round).Select(old => new MemoryUpdate(new Memory(old) { Content = old.Content + " more" }));
            await store.CommitAsync(new ChangeSet { Id = $"on{round}", Workspace = "ws", At = Sample.At, Updates = [.. updates] }, Token);
            Find().ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_reader_that_began_before_puts_the_traces_off_and_the_answer_says_so()
    {
        await using var store = await FillAsync(8);
        await using (var reading = store.ReadHistoryAsync("ws", Token).GetAsyncEnumerator(Token))
        {
            (await reading.MoveNextAsync()).ShouldBeTrue();
            (await store.EraseAsync(new Scope("ws", "ann"), Token)).TracesUntil.ShouldNotBeNull();
            (await store.QueryIdsAsync(new MemoryQuery { Scope = new Scope("ws", "ann") }, Token)).ShouldBeEmpty();
            Find().ShouldNotBeEmpty();
            store.FinishErasuresAsync(Token).IsCompleted.ShouldBeFalse();
        }

        await store.FinishErasuresAsync(Token);
        Find().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wait_ends_after_a_minute_and_says_what_hinders()
    {
        await using var store = await FillAsync(11, time: new HurriedClock());
        await using (var reading = store.ReadHistoryAsync("ws", Token).GetAsyncEnumerator(Token))
        {
            (await reading.MoveNextAsync()).ShouldBeTrue();
            (await store.EraseAsync(new Scope("ws", "ann"), Token)).TracesUntil.ShouldNotBeNull();
            (await Should.ThrowAsync<StoreUnavailableException>(() => store.FinishErasuresAsync(Token))).Message.ShouldContain("began to read before");
            await store.CommitAsync(Sample.Changes(inserts: [Sample.Memory()]), Token);
        }

        // Nobody has to ask again: what waited goes on.
        while (Find().Count > 0)
        {
            await Task.Delay(10, Token);
        }
    }

    [Fact]
    public async Task What_a_crash_left_is_gone_when_the_file_is_open_again()
    {
        using var copy = new TempFolder();
        await using (var store = await FillAsync(9))
        {
            await using var reading = store.ReadHistoryAsync("ws", Token).GetAsyncEnumerator(Token);
            await reading.MoveNextAsync();
            await store.EraseAsync(new Scope("ws", "ann"), Token);

            // As the disk is when the process dies here.
            foreach (var file in (string[])[_folder.Store, _folder.Store + "-wal"])
            {
                await using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                await using var to = File.Create(Path.Combine(copy.Path, Path.GetFileName(file)));
                await from.CopyToAsync(to, Token);
            }
        }

        Find(copy.Path).ShouldNotBeEmpty();
        await using var opened = new SqliteStore(new SqliteStoreOptions { Path = copy.Store });
        await opened.OpenAsync(Token);
        Find(copy.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_of_before_is_gone_through_once()
    {
        await (await FillAsync(10, withResources: false)).DisposeAsync();
        WriteAsBefore();
        Find().ShouldNotBeEmpty();
        await using (var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store }))
        {
            await store.OpenAsync(Token);
            await store.EraseAsync(new Scope("ws", "ann"), Token);
            await store.FinishErasuresAsync(Token);
            Find().ShouldBeEmpty();
        }

        using var database = SqliteDatabase.Open(_folder.Store, readOnly: true, TimeSpan.Zero);
        database.Number("SELECT count(*) FROM unfinished").ShouldBe(0);
        database.Number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'").ShouldBe(0);
    }

    // Rows that make pages split, come and go without anybody who cleans; a migration asks for the sweep.
    private void WriteAsBefore()
    {
        using var database = SqliteDatabase.Open(_folder.Store, readOnly: false, TimeSpan.Zero);
        database.Execute("PRAGMA secure_delete = ON");
        var random = new Random(1);
        foreach (var key in Enumerable.Range(1, 2000).OrderBy(_ => random.Next()))
        {
            database.Execute(
                $"INSERT INTO messages (key, id, role, content) VALUES ({key}, 'm{key}', 'user', "
                + $"'{string.Concat(Enumerable.Repeat(Secret, random.Next(1, 20)))}')");
        }

        database.Execute("DELETE FROM messages");
        database.Execute("INSERT INTO unfinished (work) VALUES ('sweep')");
    }

    private async Task<SqliteStore> FillAsync(int seed, bool withResources = true, TimeProvider? time = null)
    {
        var random = new Random(seed);
        var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store, Time = time ?? TimeProvider.System });
        await store.OpenAsync(Token);
        var alive = new List<Memory>();
        for (var i = 0; i < 600; i++)
        {
            var isAnn = random.Next(2) == 0;
            var scope = new Scope("ws", isAnn ? "ann" : "bob");
            string Text() => string.Join(' ', Enumerable.Repeat(isAnn ? Secret : "harmless", random.Next(10) == 0 ? random.Next(2000) : random.Next(1, 30)));
            var memory = new Memory(Sample.Memory($"{scope.User}{i}", scope, Text())) { Trigger = isAnn ? Secret : null, Keywords = [isAnn ? Secret : "word"] };
            var touched = alive.Where(_ => random.Next(40) == 0).ToList();
            var gone = touched.Take(random.Next(2)).ToList();
            var resource = Sample.Resource($"r{i}", scope) with { Text = Text() };
            await store.CommitAsync(
                new ChangeSet
                {
                    Id = $"set{i}",
                    Workspace = "ws",
                    At = Sample.At,
                    Resources = withResources ? [resource] : [],
                    Messages = withResources
                        ?
                        [
                            .. Enumerable
                                .Range(0, 3)
                                .Select(p => new StoredMessage
                                {
                                    ResourceId = resource.Id,
                                    Position = p,
                                    Message = Sample.Message("", 0, Text()).Message,
                                }),
                        ]
                        : [],
                    Inserts = [memory],
                    Updates = [.. touched.Except(gone).Select(old => new MemoryUpdate(new Memory(old) { Content = $"{old.Content} {old.Content.Length}" }))],
                    Deletions = [.. gone.Select(old => old.Id)],
                    Categories = withResources ? [Sample.Category($"c{i}", scope) with { Summary = Text() }] : [],
                    Jobs = withResources ? [Sample.Job($"j{i}", scope) with { Error = Text() }] : [],
                },
                Token);
            alive.Add(memory);
            gone.ForEach(old => alive.Remove(old));
        }

        return store;
    }

    private List<string> Find(string? folder = null) =>
    [
        .. Directory.EnumerateFiles(folder ?? _folder.Path).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).SelectMany(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var found = new List<string>();
            var start = 0;
            while (bytes.AsSpan(start).IndexOf(Encoding.UTF8.GetBytes(Secret.AsSpan(0, 8).ToString())) is var at and >= 0)
            {
                found.Add($"{Path.GetFileName(file)}+{start + at}");
                start += at + 1;
            }

            return found;
        }),
    ];
}
