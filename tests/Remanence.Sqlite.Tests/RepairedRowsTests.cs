using System.IO.Compression;
using Remanence.ConformanceTests.Stores;
using Remanence.Embeddings;
using Remanence.Memories;
using Remanence.Models.Usage;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Repair;
using Remanence.Sqlite.Schema;
using Remanence.Stores;

namespace Remanence.Sqlite.Tests;

/// <summary>What a repair makes of each kind of row, of a log, and of those who come at the same time or stop it.</summary>
public sealed class RepairedRowsTests : IDisposable
{
    private static readonly EmbeddingSpace Space = new("space", 3, "h");

    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_table_is_as_it_was()
    {
        await FillAsync();
        var before = Dump();
        before.ShouldAllBe(table => table.Value.Length > 0, string.Join(", ", before.Where(table => table.Value.Length == 0).Select(table => table.Key)));
        Damage(file => file.Page(1).Clear());

        var report = Repair();

        report.Outcome.ShouldBe(SqliteRepairOutcome.Whole);
        Dump().ShouldBe(before);
        await using var store = Open();
        await store.OpenAsync(Token);
        (await store.GetWorkspaceAsync("ws", Token))!.Embedding.ShouldBe(new EmbeddingProgress(Space, 1));
    }

    [Fact]
    public async Task A_workspace_has_its_name_from_an_index_or_one_that_tells_what_happened()
    {
        await FillAsync();
        Damage(file => file.Page(file.Root("workspaces")).Clear());
        Repair().Renamed.ShouldBeEmpty();
        await using (var store = Open())
        {
            await store.OpenAsync(Token);
            (await store.ListWorkspacesAsync(Token)).Select(workspace => workspace.Name).ShouldBe(["other", "ws"]);
        }

        Damage(file =>
        {
            file.Page(file.Root("workspaces")).Clear();
            file.Page(file.Root("sqlite_autoindex_workspaces_1")).Clear();
        });
        var report = Repair();
        report.Outcome.ShouldBe(SqliteRepairOutcome.Partial);
        report.Renamed.ShouldBe(["recovered-1", "recovered-2"]);
        await using var again = Open();
        await again.OpenAsync(Token);
        (await again.QueryIdsAsync(new MemoryQuery { Scope = new Scope("recovered-1") }, Token)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Rows_of_a_workspace_that_was_dropped_stay_away_where_the_list_of_those_is_whole()
    {
        await FillAsync();
        var page = 0;
        byte[] image = [];
        Look(file => (page, image) = (file.Root("memories"), file.Page(file.Root("memories")).ToArray()));
        await using (var store = Open())
        {
            await store.OpenAsync(Token);
            await store.DropWorkspaceAsync("ws", Token);
            await store.FinishErasuresAsync(Token);
        }

        // A disk that gives back what a page held before.
        Damage(file =>
        {
            image.CopyTo(file.Page(page));
            file.Page(file.Root("history")).Clear();
        });
        Repair();
        await using var again = Open();
        await again.OpenAsync(Token);
        (await again.ListWorkspacesAsync(Token)).Select(workspace => workspace.Name).ShouldBe(["other"]);
        using var database = SqliteDatabase.Open(_folder.Store, readOnly: true, TimeSpan.Zero);
        database.Number("SELECT count(*) FROM memories WHERE workspace = 1").ShouldBe(0);
    }

    [Theory]
    [InlineData("memories")]
    [InlineData("history")]
    public async Task A_page_of_before_an_erasure_undoes_nothing_of_it(string table)
    {
        var eve = new Scope("ws", "eve");
        var hers = Sample.Memory(scope: eve, content: "what eve said");
        await using (var store = Open())
        {
            await store.OpenAsync(Token);
            await store.CommitAsync(Sample.Changes(inserts: [hers, Sample.Memory(content: "kept")]), Token);
            await store.CommitAsync(Sample.Changes(updates: [new MemoryUpdate(new Memory(hers) { Content = "what eve said later" })]), Token);
        }

        byte[] image = [];
        Look(file => image = file.Page(file.Root(table)).ToArray());
        await using (var store = Open())
        {
            await store.OpenAsync(Token);
            await store.EraseAsync(eve, Token);
            await store.FinishErasuresAsync(Token);
        }

        Damage(file =>
        {
            image.CopyTo(file.Page(file.Root(table)));
            file.Page(file.Root("memories_by_id")).Clear();
        });
        Repair();
        (await File.ReadAllBytesAsync(_folder.Store, Token)).AsSpan().IndexOf("what eve said"u8).ShouldBe(-1);
        await using var again = Open();
        await again.OpenAsync(Token);
        (await again.GetHistoryAsync("ws", hers.Id, Token)).ShouldBeEmpty();
        (await again.QueryAsync(new MemoryQuery { Scope = new Scope("ws") }, Token)).Items.Select(memory => memory.Content).ShouldBe(["kept"]);
    }

    [Fact]
    public async Task A_long_text_that_two_rows_claim_is_neithers()
    {
        string Long(char letter) => new(letter, 30_000);
        await using (var store = Open())
        {
            await store.OpenAsync(Token);
            await store.CommitAsync(
                Sample.Changes(inserts: [Sample.Memory(content: Long('a')), Sample.Memory(content: "short"), Sample.Memory(content: Long('b'))]),
                Token);
        }

        Damage(file =>
        {
            // The second of b's pages leads on into the text of a, at the same distance from the end.
            var first = Enumerable.Range(1, file.Pages).First(page => file.Page(page)[4..].StartsWith("aaaa"u8) && file.Page(page)[^1] == 'a');
            var second = Enumerable.Range(1, file.Pages).First(page => file.Page(page)[4..].StartsWith("bbbb"u8) && file.Page(page)[^1] == 'b');
            file.Page(first)[..4].CopyTo(file.Page(second));
        });
        var report = Repair();
        report.Outcome.ShouldBe(SqliteRepairOutcome.Partial);
        await using var again = Open();
        await again.OpenAsync(Token);
        (await again.QueryAsync(new MemoryQuery { Scope = new Scope("ws") }, Token)).Items.Select(memory => memory.Content).ShouldBe(["short"]);
    }

    [Theory]
    [InlineData("version1.db.gz", "ws", 3)]
    [InlineData("version2-state.db.gz", "w", 0)]
    public async Task A_file_of_before_is_brought_out_and_forward(string name, string workspace, int least)
    {
        await using (var packed = new GZipStream(typeof(RepairedRowsTests).Assembly.GetManifestResourceStream(name)!, CompressionMode.Decompress))
        await using (var file = File.Create(_folder.Store))
        {
            await packed.CopyToAsync(file, Token);
        }

        var sound = Path.Combine(_folder.Path, "sound.db");
        File.Copy(_folder.Store, sound);
        Damage(file => file.Page(file.Root("memories_by_id")).Clear());
        Repair();

        await using var expected = new SqliteStore(new SqliteStoreOptions { Path = sound });
        await expected.OpenAsync(Token);
        await using var store = Open();
        await store.OpenAsync(Token);
        var query = new MemoryQuery { Scope = new Scope(workspace) };
        (await expected.QueryIdsAsync(query, Token)).Count.ShouldBeGreaterThanOrEqualTo(least);
        (await ReadAsync(store)).ShouldBe(await ReadAsync(expected));
        (await store.ListWorkspacesAsync(Token)).Select(found => found.Name).ShouldBe((await expected.ListWorkspacesAsync(Token)).Select(found => found.Name));
        SqliteFileCheck.Run(_folder.Store).ShouldBe(new SqliteFileCheck(SqliteSchema.Migrations.Count, SqliteSchema.Migrations.Count, null));

        async Task<List<string>> ReadAsync(SqliteStore from) => [.. (await from.QueryAsync(query, Token)).Items.Select(Sample.Write)];
    }

    private SqliteStore Open() => new(new SqliteStoreOptions { Path = _folder.Store });

    private SqliteRepairReport Repair() => SqliteRepair.Run(_folder.Store, dryRun: false, TimeProvider.System, Token);

    private async Task FillAsync()
    {
        await using var store = Open();
        await store.OpenAsync(Token);
        var (memory, gone, resource) = (Sample.Full(), Sample.Memory(), Sample.Resource());
        await store.CommitAsync(Sample.Changes(inserts: [memory, gone, Sample.Memory(content: "茶 🍵 \u0001 tea")], jobs: [Sample.Job()]), Token);
        await store.CommitAsync(
            Sample.Changes(updates: [new MemoryUpdate(new Memory(memory) { Content = "changed" })], deletions: [gone.Id], fingerprint: "f"),
            Token);
        await store.CommitAsync(
            Sample.Brings("ws", [resource], [Sample.Message(resource.Id, 0), Sample.Message(resource.Id, 1, new string('m', 9_000))], [Sample.Category()]),
            Token);
        await store.CommitAsync(Sample.Changes("other", inserts: [Sample.Memory(scope: new Scope("other"))]), Token);
        var item = (await store.QueryUnembeddedAsync("ws", Space, null, 1, Token)).Items[0];
        await store.CommitAsync(
            new ChangeSet
            {
                Id = "embed",
                Workspace = "ws",
                At = Sample.At,
                BuildSpace = Space,
                Vectors = [new SpaceVectors(Space, [new MemoryVectors(item.MemoryId, item.Sequence, [QuantizedVector.From([1f, 2f, 3f])])])],
                ActivateSpace = Space,
            },
            Token);
        await store.AddUsageAsync([new UsageEntry("ws", new DateOnly(2025, 5, 8), "job", UsageTotals.None with { Calls = 2, Cost = 0.25m })], Token);
        await store.FinishErasuresAsync(Token);
    }

    // Numbers that a repair gives anew are left out.
    private Dictionary<string, string> Dump()
    {
        using var database = SqliteDatabase.Open(_folder.Store, readOnly: true, TimeSpan.Zero);
        return TableShape.Of(database).Where(shape => shape.Name != "numbers").ToDictionary(shape => shape.Name, shape =>
        {
            var columns = new List<string>();
            using (var row = database.Prepare($"SELECT name FROM pragma_table_info('{shape.Name}')"))
            {
                while (row.Step())
                {
                    columns.Add($"quote({row.Text(0)})");
                }
            }

            var told = columns.Where(column => shape.Name != "workspaces" || column is not ("quote(sequence)" or "quote(generation)"));
            using var rows = database.Prepare($"SELECT {string.Join(" || ',' || ", told)} FROM {shape.Name} ORDER BY 1");
            var lines = new List<string>();
            while (rows.Step())
            {
                lines.Add(rows.Text(0));
            }

            return string.Join('\n', lines);
        });
    }

    private void Look(Action<StoreFile> look) => look(StoreFile.Read(_folder.Store));

    private void Damage(Action<StoreFile> damage)
    {
        var file = StoreFile.Read(_folder.Store);
        damage(file);
        File.WriteAllBytes(_folder.Store, file.Bytes);
    }
}
