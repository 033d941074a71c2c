using System.IO.Compression;
using System.Text.Json;
using Remanence.Json;
using Remanence.Memories;
using Remanence.Messages;
using Remanence.Services;
using Remanence.Sqlite.Database;
using Remanence.Stores;
using Remanence.Stores.Filters;
using Remanence.Wire;

namespace Remanence.Sqlite.Tests;

/// <summary>What earlier versions kept in the metadata, in a file that one of them wrote: it moves into states, and nothing else changes.</summary>
public sealed class StateMigrationTests : IDisposable
{
    private static readonly Scope Ada = new("w", "ada");

    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public StateMigrationTests()
    {
        using var packed = new GZipStream(typeof(StateMigrationTests).Assembly.GetManifestResourceStream("version2-state.db.gz")!, CompressionMode.Decompress);
        using var file = File.Create(_folder.Store);
        packed.CopyTo(file);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_kind_of_state_is_where_it_belongs()
    {
        await using var store = await OpenAsync();

        (await StateAsync(store, "The user lives in Lisbon.")).ShouldBe(
            """{"version":1,"fact":{"attribute":"home","value":"Lisbon","single":true,"said":["796a1f14a4b08554"]},"reflected":true}""");
        (await StateAsync(store, "The user works at Initech.")).ShouldBe(
            """{"version":1,"fact":{"attribute":"employer","single":true,"corrected":"2026-11-28T19:14:53.5114783+00:00","said":["796a1f14a4b08554"]},"reflected":true}""");
        (await StateAsync(store, "The user swims every Wednesday.")).ShouldContain(
            """
            "recurrence":"FREQ=WEEKLY;BYDAY=WE"
            """.Trim());
        (await StateAsync(store, "likes: chess, fado, tea")).ShouldBe("""{"version":1,"insight":{"subject":"likes","withdrawn":true}}""");
        (await StateAsync(store, "[withheld at the speaker's request]")).ShouldBe("""{"version":1,"withholds":["4ed75eeb83738cddaa2bdb0b27da5247"]}""");
        (await OfKindAsync(store, MemoryKinds.Forgotten)).ShouldContain(note =>
            note.State != null && note.State.Forgotten!.SequenceEqual(new[] { "ddd5880e920b8c5cad5ef919933bd476" }));
        var runs = await OfKindAsync(store, MemoryKinds.Task);
        runs.Select(run => run.State!.Experience!.Runs.Single()).ShouldBe(["8430b29d0eef84f8", "9b6c93cce0a888c3"]);
        runs[0].Metadata!.Value.GetRawText().ShouldStartWith("""{"task_id":"t","outcome":"success",""");
        var tool = (await OfKindAsync(store, MemoryKinds.Tool)).Single();
        tool.Metadata.ShouldBeNull();
        tool.State!.Tool!.ByRules.ShouldBeTrue();
        tool.State.Tool.Results.Single().GetProperty("input").GetRawText().ShouldBe("""{"q":2.50}""");
        (await OfKindAsync(store, "note"))
            .Single()
            .Metadata!.Value.GetRawText()
            .ShouldBe("""{ "mine": 1.50, "text": "\u00e9 _remanence", "nested": {"_remanence": 1} }""");
        (await store.QueryResourcesAsync(new PageQuery { Scope = new Scope("w") }, Token))
            .Items.Count(resource => resource is { State.Consolidated: true, Metadata: null })
            .ShouldBe(5);
    }

    [Fact]
    public async Task How_a_library_of_ReMe_was_written_is_kept()
    {
        await using var store = await OpenAsync();
        var lib = (await store.QueryAsync(new MemoryQuery { Scope = new Scope("lib") }, Token)).Items;
        lib[0].State!.Foreign!.Fields.GetRawText().ShouldBe("""{"workspace_id":"elsewhere","score":null,"experience_type":"text"}""");
        lib[1].State!.Insight!.Subject.ShouldBe("hobbies");
        lib[1].State!.Foreign!.Fields.GetProperty("time_modified").ValueKind.ShouldBe(JsonValueKind.Null);
        lib[1].Metadata!.Value.EnumerateObject().Select(member => member.Name).ShouldBe(["keywords", "freq"]);
        lib[2].State!.Tool!.Results.Single().GetProperty("token_cost").GetRawText().ShouldBe("12.0");
    }

    [Fact]
    public async Task Nothing_else_changes()
    {
        string[] queries =
        [
            "SELECT id || sequence || updated_at || status || content || coalesce(cue, '') || coalesce(sources, '') || coalesce(links, '') FROM memories "
            + "ORDER BY key",
            "SELECT memory || sequence || at || operation || actor || has_after || (before IS NULL) || (after IS NULL) FROM history ORDER BY key",
            "SELECT id || coalesce(text, '') || recorded_at FROM resources ORDER BY number",
            "SELECT name || sequence || memories FROM workspaces ORDER BY name",
            "SELECT hex(data) FROM vectors ORDER BY key",
        ];
        var before = queries.Select(Column).ToList();
        var images = Column("SELECT before FROM history WHERE before IS NOT NULL ORDER BY key");
        images.ShouldContain(image => image.Contains("_remanence", StringComparison.Ordinal));

        await (await OpenAsync()).DisposeAsync();

        queries.Select(Column).ShouldBe(before);
        Column("SELECT metadata FROM memories WHERE metadata IS NOT NULL UNION ALL SELECT metadata FROM resources WHERE metadata IS NOT NULL")
            .ShouldAllBe(metadata => !EarlierState.IsIn(JsonElement.Parse(metadata)));
        foreach (var (old, now) in images.Zip(Column("SELECT before FROM history WHERE before IS NOT NULL ORDER BY key")))
        {
            var (was, memory) = (Document(old), Document(now));
            EarlierState.IsIn(memory.Metadata).ShouldBeFalse();
            memory.State.ShouldBe(EarlierState.OfMemory(was.Metadata));
            Text(memory with { Metadata = null, State = null }).ShouldBe(Text(was with { Metadata = null, State = null }));
        }
    }

    [Fact]
    public async Task What_was_known_goes_on_being_known()
    {
        await using var engine = new MemoryEngine(new SqliteStore(new SqliteStoreOptions { Path = _folder.Store }));
        await engine.OpenAsync(Token);
        var message = new Message
        {
            Role = "user",
            Content = "I moved to Berlin. I work at Acme.",
            Time = new DateTimeOffset(2024, 1, 5, 10, 0, 0, TimeSpan.Zero),
        };
        await engine.MemorizeAsync(
            "w",
            new MemorizeRequest
            {
                Messages = [message],
                UserId = "ada",
                Infer = false,
            },
            Token);
        await engine.ConsolidateAsync(Ada, cancellationToken: Token);

        var facts = (
            await engine.ListAsync(
                new MemoryQuery
                {
                    Scope = Ada,
                    Filter = new MemoryFilter.Kind([MemoryKinds.Observation]),
                    Limit = 100,
                },
                Token)
        ).Items;
        facts.Single(fact => fact.Content.Contains("Lisbon", StringComparison.Ordinal)).Status.ShouldBe(MemoryStatus.Superseded);
        facts.ShouldContain(fact => fact.Status == MemoryStatus.Active && fact.Content.Contains("Berlin", StringComparison.Ordinal));

        // A correction by hand, made before the file was brought forward, stands against older words.
        facts.Single(fact => fact.Content.Contains("Initech", StringComparison.Ordinal)).Status.ShouldBe(MemoryStatus.Active);
    }

    private static MemoryDocument Document(string json) => JsonSerializer.Deserialize(json, RemanenceJson.Default.MemoryDocument)!;

    private static string Text(MemoryDocument memory) => JsonSerializer.Serialize(memory, RemanenceJson.Default.MemoryDocument);

    private async Task<SqliteStore> OpenAsync()
    {
        var store = new SqliteStore(new SqliteStoreOptions { Path = _folder.Store });
        await store.OpenAsync(Token);
        return store;
    }

    private static async Task<string> StateAsync(SqliteStore store, string content)
    {
        var memory = (await store.QueryAsync(new MemoryQuery { Scope = new Scope("w"), Limit = 100 }, Token)).Items.Single(memory => memory.Content == content);
        memory.Metadata.ShouldBeNull();
        return JsonSerializer.Serialize(memory.State!, RemanenceJson.Default.MemoryState);
    }

    private static async Task<IReadOnlyList<Memory>> OfKindAsync(SqliteStore store, string kind) =>
        (await store.QueryAsync(new MemoryQuery { Scope = new Scope("w"), Filter = new MemoryFilter.Kind([kind]), Limit = 100 }, Token)).Items;

    private List<string> Column(string sql)
    {
        using var database = SqliteDatabase.Open(_folder.Store, readOnly: true, TimeSpan.Zero);
        using var row = database.Prepare(sql);
        var values = new List<string>();
        while (row.Step())
        {
            values.Add(row.Text(0));
        }

        return values;
    }
}
