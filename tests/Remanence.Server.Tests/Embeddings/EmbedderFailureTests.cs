using System.Text.Json;
using Remanence.Configuration;
using Remanence.Hosting;
using Remanence.ScriptedModels;

namespace Remanence.Server.Tests.Embeddings;

/// <summary>A server started as ReMe's guides say: its embedder is asked, and when it fails everybody who could mind is told.</summary>
public sealed class EmbedderFailureTests
{
    private const string Run =
        """{"workspace_id":"w","trajectories":[{"score":1,"messages":[{"role":"user","content":"Order bread."},{"role":"assistant","content":"The bakery opens at seven."}]}]}""";
    private const string Question = """{"workspace_id":"w","query":"order rolls"}""";

    private static readonly string[] AsReMe = ["backend=http", "embedding_model.default.model_name=text-embedding-v4", "vector_store.default.backend=memory"];

    [Fact]
    public async Task The_embedder_of_a_start_as_ReMes_is_asked()
    {
        await using var model = await ModelEndpoint.StartAsync();
        await using var server = await StartAsync(model);
        await server.Client.PostAsync("/summary_task_memory", Run);

        await model.Embeddings.SeenAsync(1, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        (await server.Client.PostAsync("/retrieve_task_memory", Question)).GetProperty("metadata").TryGetProperty("degraded", out _).ShouldBeFalse();
        (await server.Client.GetJsonAsync("/health/ready")).GetProperty("status").GetString().ShouldBe("ok");
    }

    [Fact]
    public async Task A_refused_key_shows_in_answers_and_in_readiness_until_it_is_taken()
    {
        await using var model = await ModelEndpoint.StartAsync();
        model.Embeddings.Respond(Reply.Status(401));
        await using var server = await StartAsync(model);
        await server.Client.PostAsync("/summary_task_memory", Run);

        await UntilAsync(async () => State(await server.Client.GetJsonAsync("/health/ready")) == "unauthorized");

        (await server.Client.GetJsonAsync("/health/ready")).GetProperty("status").GetString().ShouldBe("degraded");
        foreach (var flow in new[] { "/retrieve_task_memory", "/retrieve_personal_memory" })
        {
            (await server.Client.PostAsync(flow, Question)).GetProperty("metadata").GetProperty("degraded")[0].GetString()
                .ShouldBe("search: The embedder default failed (Unauthorized) and has not embedded these memories; the built-in one answers.");
        }
    }

    [Fact]
    public void What_nothing_uses_is_a_warning()
    {
        var warnings = Load(
            "http://127.0.0.1:1/v1", "embedding_model.other.model_name=m", "rerank_model.r.backend=rerank", "rerank_model.r.model_name=m",
            "llm.default.model_name=m", "llm.default.base_url=http://127.0.0.1:1/v1", "llm.a.model_name=m", "llm.a.base_url=http://127.0.0.1:1/v1",
            "llm.b.model_name=m", "llm.b.base_url=http://127.0.0.1:1/v1",
            "op.rewrite_memory.llm=b");

        warnings.Configuration.Warnings.ShouldBe(
        [
            "llm.a is not used: no operator names it as its llm.",
            "embedding_model.other is not used: search.embedding_model names the embedder that memories are embedded with.",
            "rerank_model.r is not used: search.rerank_model names the reranker.",
        ]);
        warnings.SearchEmbeddingModel.ShouldBe("default");
    }

    [Theory]
    [InlineData("search.embedding_model=other", "other")]
    [InlineData("vector_store.default.embedding_model=other", "other")]
    public void Another_embedder_may_be_named(string argument, string embedder) =>
        Load("http://127.0.0.1:1/v1", "embedding_model.other.model_name=m", argument).SearchEmbeddingModel.ShouldBe(embedder);

    [Fact]
    public void Without_an_endpoint_the_built_in_one_serves() =>
        RemanenceSettings.Load(new ConfigurationSources { Arguments = AsReMe, Environment = _ => null }).SearchEmbeddingModel.ShouldBeNull();

    private static string? State(JsonElement ready) => ready.GetProperty("models").GetProperty("embedding_model.default").GetString();

    private static RemanenceSettings Load(string url, params string[] more) => RemanenceSettings.Load(new ConfigurationSources
    {
        Arguments = [.. AsReMe, .. more],
        Environment = name => name switch
        {
            "FLOW_EMBEDDING_BASE_URL" => url,
            "FLOW_EMBEDDING_API_KEY" => "k",
            _ => null,
        },
    });

    private static Task<RunningServer> StartAsync(ModelEndpoint model)
    {
        var asReMe = Load(model.BaseUrl.ToString());
        return RunningServer.StartAsync(settings => asReMe with { HttpPort = 0, DataPath = settings.DataPath, LogLevel = settings.LogLevel });
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await holds())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
