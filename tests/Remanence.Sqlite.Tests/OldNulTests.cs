using Remanence.Memories;
using Remanence.Services;
using Remanence.Sqlite.Database;

namespace Remanence.Sqlite.Tests;

/// <summary>A store of a time when texts could hold a NUL.</summary>
public sealed class OldNulTests : IDisposable
{
    private static readonly Scope Everybody = new("ws");

    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Its_texts_are_read_found_and_changed()
    {
        string id;
        await using (var engine = await OpenAsync())
        {
            id = (await engine.AddAsync("ws", new AddMemoryRequest { Content = "A zephyr" }, Token)).Id;
        }

        using (var database = SqliteDatabase.Open(_folder.Store, readOnly: false, TimeSpan.Zero))
        {
            database.Execute("UPDATE memories SET content = 'A zephyr ' || char(0) || 'blows'");
        }

        await using var again = await OpenAsync();
        (await again.GetAsync(Everybody, id, Token)).Content.ShouldBe("A zephyr \0blows");
        (await again.RetrieveAsync("ws", new RetrieveRequest { Query = "zephyr" }, Token)).Results.ShouldHaveSingleItem().Memory.Id.ShouldBe(id);
        await again.UpdateAsync(Everybody, id, new MemoryPatch { Keywords = ["wind"] }, Token);
        (await again.GetAsync(Everybody, id, Token)).Content.ShouldBe("A zephyr blows");
        await again.ForgetAsync(Everybody, id, Token);
        (await again.GetHistoryAsync(Everybody, id, Token)).Count.ShouldBe(3);
    }

    private async Task<MemoryEngine> OpenAsync()
    {
        var engine = new MemoryEngine(new SqliteStore(new SqliteStoreOptions { Path = _folder.Store }));
        await engine.OpenAsync(Token);
        return engine;
    }
}
