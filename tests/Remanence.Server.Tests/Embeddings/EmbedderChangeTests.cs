using System.Text.Json;
using Remanence.Hosting;
using Remanence.Models.Profiles;
using Remanence.ScriptedModels;

namespace Remanence.Server.Tests.Embeddings;

/// <summary>Another embedder by configuration, as who runs a server sees it.</summary>
public sealed class EmbedderChangeTests
{
    [Fact]
    public async Task A_workspace_is_embedded_anew_after_a_restart_with_another_embedder_and_answers_all_the_while()
    {
        using var folder = new TemporaryFolder();
        await using var model = await ModelEndpoint.StartAsync();
        await using (var before = await RunningServer.StartAsync(settings => settings with { DataPath = folder["data"] }))
        {
            await before.Client.PostAsync(
                "/v1/workspaces/w/messages",
                """{"messages":[{"role":"user","content":"I moved to Lisbon"},{"role":"user","content":"My cat is called Momo"}]}""");
            (await AskAsync(before)).ShouldBe("My cat is called Momo");
        }

        await using (var after = await RunningServer.StartAsync(settings => With(settings, folder, model)))
        {
            (await AskAsync(after)).ShouldBe("My cat is called Momo");
            var embedding = await EmbeddedAsync(after, 2);
            embedding.GetProperty("space").GetProperty("name").GetString().ShouldBe("vectors");
            (await AskAsync(after)).ShouldBe("My cat is called Momo");

            model.Embeddings.Respond(Reply.Status(500));
            var answer = await DegradedAsync(after);
            answer.GetProperty("degraded").GetString().ShouldNotBeNullOrEmpty();
            answer.GetProperty("results")[0].GetProperty("memory").GetProperty("content").GetString().ShouldBe("I moved to Lisbon");
        }
    }

    private static RemanenceSettings With(RemanenceSettings settings, TemporaryFolder folder, ModelEndpoint model) =>
        settings with
        {
            DataPath = folder["data"],
            SearchEmbeddingModel = "other",
            Configuration = new RemanenceConfiguration
            {
                EmbeddingModels =
                [
                    new ModelProfile
                    {
                        Name = "embedding_model.other",
                        Backend = "openai_compatible",
                        Model = "vectors",
                        BaseUrl = model.BaseUrl,
                        MaxRetries = 0,
                    },
                ],
            },
        };

    private static async Task<string?> AskAsync(RunningServer server) =>
        (await server.Client.PostAsync("/v1/workspaces/w/search", """{"query":"what is the cat's name?","top_k":1}"""))
            .GetProperty("results")[0]
            .GetProperty("memory")
            .GetProperty("content")
            .GetString();

    // A loaded index may go on in the old space for a moment after the store has the new one.
    private static async Task<JsonElement> DegradedAsync(RunningServer server)
    {
        while (true)
        {
            var answer = await server.Client.PostAsync("/v1/workspaces/w/search", """{"query":"who moved where?"}""");
            if (answer.TryGetProperty("degraded", out _))
            {
                return answer;
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<JsonElement> EmbeddedAsync(RunningServer server, int memories)
    {
        while (true)
        {
            var workspace = (await server.Client.GetJsonAsync("/v1/workspaces"))[0];
            if (workspace.TryGetProperty("embedding", out var embedding) && embedding.GetProperty("memories").GetInt32() == memories)
            {
                return embedding;
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
