using System.Text.Json;
using Remanence.Hosting;
using Remanence.Models.Profiles;
using Remanence.ScriptedModels;

namespace Remanence.Server.Tests.Embeddings;

/// <summary>A reranker can only reorder.</summary>
public sealed class RerankTests
{
    [Fact]
    public async Task Results_come_in_the_models_order_and_stay_as_they_were_when_it_fails()
    {
        await using var model = await ModelEndpoint.StartAsync();
        await using var server = await RunningServer.StartAsync(settings =>
            settings with
            {
                SearchRerankModel = "default",
                Configuration = new RemanenceConfiguration
                {
                    RerankModels =
                    [
                        new ModelProfile
                        {
                            Name = "rerank_model.default",
                            Backend = "rerank",
                            Model = "ranks",
                            BaseUrl = model.BaseUrl,
                            MaxRetries = 0,
                        },
                    ],
                },
            });
        await server.Client.PostAsync(
            "/v1/workspaces/w/messages",
            """{"messages":[{"role":"user","content":"Ann has a cat called Momo"},{"role":"user","content":"The cat of my neighbour is grey"},{"role":"user","content":"A cat is no dog"}]}""");

        model.Rerank.Respond(Reply.Status(500));
        var plain = await AskAsync(server);
        plain.GetProperty("degraded").GetString().ShouldBe("The reranker failed (Unavailable); the results are in the search's own order.");
        var own = Contents(plain);

        model.Rerank.Respond(request =>
        {
            var count = request.Json.GetProperty("documents").GetArrayLength();
            return Reply.Json(
                JsonSerializer.Serialize(new { results = Enumerable.Range(0, count).Select(i => new { index = i, relevance_score = i / 10.0 }) }));
        });
        var ranked = await AskAsync(server);
        ranked.TryGetProperty("degraded", out _).ShouldBeFalse();
        Contents(ranked).ShouldBe(own.Reverse());
    }

    private static Task<JsonElement> AskAsync(RunningServer server) =>
        server.Client.PostAsync("/v1/workspaces/w/search", """{"query":"what is Ann's cat called?"}""");

    private static string[] Contents(JsonElement answer) =>
        [.. answer.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("memory").GetProperty("content").GetString()!)];
}
