using System.IO.Compression;
using Remanence.Embeddings;
using Remanence.Memories;
using Remanence.Services;
using Remanence.Sqlite.Database;
using Remanence.Sqlite.Schema;
using Remanence.Stores;

namespace Remanence.Sqlite.Tests;

/// <summary>Files that earlier versions wrote, kept as they were written.</summary>
public sealed class MigrationTests : IDisposable
{
    private static readonly EmbeddingSpace Space = new("space", 3, "h");
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_of_version_1_is_brought_forward_with_all_that_it_held()
    {
        await UnpackAsync("version1.db.gz");
        Version().ShouldBe(1);
        await using (var engine = new MemoryEngine(new SqliteStore(new SqliteStoreOptions { Path = _folder.Store })))
        {
            await engine.OpenAsync(Token);
            var memories = (await engine.ListAsync(new MemoryQuery { Scope = new Scope("ws") }, Token)).Items;
            memories.Select(memory => memory.Content).ShouldBe(["I like tea with honey", "My boat is called Marlin", "A document about gardens."]);
            (await engine.GetHistoryAsync(new Scope("ws"), memories[0].Id, Token)).Count.ShouldBe(2);
            (await engine.RetrieveAsync("ws", new RetrieveRequest { Query = "boat" }, Token)).Results[0].Memory.Content.ShouldContain("Marlin");
            (await engine.ListWorkspacesAsync(Token))
                .Select(workspace => (workspace.Name, workspace.Memories, workspace.Embedding))
                .ShouldBe([("other", 1, null), ("ws", 3, null)]);
        }

        await using var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store });
        await store.OpenAsync(Token);
        Version().ShouldBe(SqliteSchema.Migrations.Count);
        var page = await store.QueryUnembeddedAsync("ws", Space, null, 10, Token);
        page.Items.Count.ShouldBe(3);
        var vectors = page.Items.Select(item => new MemoryVectors(item.MemoryId, item.Sequence, [QuantizedVector.From([1f, 2f, 3f])])).ToList();
        await store.CommitAsync(
            new ChangeSet
            {
                Id = "embed",
                Workspace = "ws",
                At = DateTimeOffset.UnixEpoch,
                BuildSpace = Space,
                Vectors = [new SpaceVectors(Space, vectors)],
                ActivateSpace = Space,
            },
            Token);
        (await store.GetWorkspaceAsync("ws", Token))!.Embedding.ShouldBe(new EmbeddingProgress(Space, 3));
        (await store.EraseAsync(new Scope("ws", "ann"), Token)).Memories.ShouldBe(2);
        (await store.GetWorkspaceAsync("ws", Token))!.Embedding.ShouldBe(new EmbeddingProgress(Space, 1));
    }

    private long Version()
    {
        using var database = SqliteDatabase.Open(_folder.Store, readOnly: true, TimeSpan.Zero);
        return database.Number("PRAGMA user_version");
    }

    private async Task UnpackAsync(string resource)
    {
        await using var packed = new GZipStream(typeof(MigrationTests).Assembly.GetManifestResourceStream(resource)!, CompressionMode.Decompress);
        await using var file = File.Create(_folder.Store);
        await packed.CopyToAsync(file, Token);
    }
}
