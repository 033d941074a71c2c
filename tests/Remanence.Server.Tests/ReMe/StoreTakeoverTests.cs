using System.Text.Json;
using Remanence.Configuration;
using Remanence.Hosting;
using Remanence.Hosting.Sections;

namespace Remanence.Server.Tests.ReMe;

public sealed class StoreTakeoverTests : IDisposable
{
    private const string Row =
        """{"unique_id": "n1", "workspace_id": "old", "content": "When paging", "vector": [0.5, 0.5], "metadata": {"memory_type": "task", "content": "Stop at an empty page.", "score": 0.5, "time_created": "2025-09-10 09:00:00", "time_modified": "2025-09-10 09:00:00", "author": "m", "metadata": {}}}""";
    private const string Line =
        """{"workspace_id":"demo","memory_id":"m1","memory_type":"task","when_to_use":"When moving","content":"Order boxes first.","score":null}""";

    private readonly TemporaryFolder _folder = new();

    public StoreTakeoverTests() => Directory.CreateDirectory(_folder["old"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Files_of_ReMe_are_there_from_the_first_start()
    {
        Write("rows.jsonl", Row);
        Write("lines.jsonl", Line);
        Write(".jsonl", Line);
        await using var server = await StartAsync();

        (await ListAsync(server, "rows")).ShouldHaveSingleItem().GetProperty("content").GetString().ShouldBe("Stop at an empty page.");
        (await ListAsync(server, "lines")).ShouldHaveSingleItem().GetProperty("memory_id").GetString().ShouldBe("m1");
        (await ListAsync(server, string.Empty)).ShouldHaveSingleItem().GetProperty("workspace_id").GetString().ShouldBe("default");
        var found = await server.Client.PostAsync("/retrieve_task_memory_simple", """{"workspace_id":"rows","query":"paging"}""");
        found.GetProperty("answer").GetString()!.ShouldContain("Stop at an empty page.");
    }

    [Fact]
    public async Task A_workspace_dropped_later_does_not_come_back()
    {
        Write("lines.jsonl", Line);
        await using (var first = await StartAsync())
        {
            await first.Client.PostAsync("/vector_store", """{"workspace_id":"lines","action":"delete"}""");
        }

        await using var second = await StartAsync();

        (await ListAsync(second, "lines")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_workspace_that_is_there_is_left_alone()
    {
        await using (var first = await StartAsync())
        {
            await first.Client.PostAsync("/v1/workspaces/lines/messages", """{"messages":[{"role":"user","content":"mine"}]}""");
        }

        Write("lines.jsonl", Line);
        await using var second = await StartAsync();

        (await ListAsync(second, "lines")).ShouldHaveSingleItem().GetProperty("content").GetString().ShouldBe("mine");
    }

    [Fact]
    public async Task A_broken_file_keeps_nobody_from_starting_and_is_read_once_it_is_whole()
    {
        Write("good.jsonl", Line);
        Write("broken.jsonl", Line + "\n{\"content\":");
        Write("bad name!.jsonl", Line);
        await using (var first = await StartAsync())
        {
            (await ListAsync(first, "good")).Count.ShouldBe(1);
            (await ListAsync(first, "broken")).ShouldBeEmpty();
        }

        Write("broken.jsonl", Line);
        await using var second = await StartAsync();

        (await ListAsync(second, "broken")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Health_says_ReMes_word_where_it_was_started_as_ReMe()
    {
        await using var server = await StartAsync();

        (await server.Client.GetJsonAsync("/health")).GetProperty("status").GetString().ShouldBe("healthy");
    }

    [Fact]
    public void The_embedder_of_ReMes_store_is_that_of_search()
    {
        string[] model = ["embedding_model.default.base_url=http://x/", "embedding_model.default.model_name=m"];

        Load().SearchEmbeddingModel.ShouldBeNull();
        Load(model).SearchEmbeddingModel.ShouldBe("default", "as in ReMe, where no other is named");
        Load([.. model, "vector_store.default.embedding_model=default"]).SearchEmbeddingModel.ShouldBe("default");
        Load("vector_store.default.embedding_model=default").SearchEmbeddingModel.ShouldBeNull();

        RemanenceSettings Load(params string[] arguments) =>
            RemanenceSettings.Load(new ConfigurationSources { Arguments = arguments, Environment = _ => null, WorkingFolder = _folder.Path });
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder["old"], name), text + "\n");

    private Task<RunningServer> StartAsync() => RunningServer.StartAsync(settings => settings with
    {
        DataPath = _folder["data"],
        Configuration = new RemanenceConfiguration
        {
            Backend = ServiceBackend.Http,
            VectorStores = [new VectorStoreProfile { Name = "default", Backend = "local", Folder = _folder["old"] }],
        },
    });

    private static async Task<List<JsonElement>> ListAsync(RunningServer server, string workspace)
    {
        var answer = await server.Client.PostAsync("/vector_store", $$"""{"workspace_id":"{{workspace}}","action":"list"}""");
        answer.GetProperty("success").GetBoolean().ShouldBeTrue();
        return [.. answer.GetProperty("metadata").GetProperty("action_result").EnumerateArray()];
    }
}
