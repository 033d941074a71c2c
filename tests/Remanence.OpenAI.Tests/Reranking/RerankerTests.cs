using System.Text.Json.Nodes;
using Remanence.Models;
using Remanence.Models.Profiles;
using Remanence.Models.Reranking;
using Remanence.OpenAI.Reranking;
using Remanence.ScriptedModels;

namespace Remanence.OpenAI.Tests.Reranking;

public sealed class RerankerTests
{
    private static readonly string[] Documents = ["nothing of it", "red apple", "red"];

    public static TheoryData<string> Shapes => ["rerank", "tei", "dashscope"];

    [Theory, MemberData(nameof(Shapes))]
    public async Task Scores_come_in_the_order_of_the_documents(string shape)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        using var reranker = Create(endpoint, shape);

        (await reranker.ScoreAsync("red apple", Documents)).ShouldBe([0, 1, 0.5]);

        var sent = endpoint.Rerank.Requests.ShouldHaveSingleItem();
        sent.Headers["Authorization"].ShouldBe("Bearer " + Profiles.Key);
        sent.Json.GetProperty("model").GetString().ShouldBe("test-model");
        JsonNode
            .Parse(sent.Text)!
            .ToJsonString()
            .ShouldBe(
                shape switch
                {
                    "rerank" =>
                        """{"model":"test-model","query":"red apple","documents":["nothing of it","red apple","red"],"top_n":3,"return_documents":false}""",
                    "tei" => """{"model":"test-model","query":"red apple","texts":["nothing of it","red apple","red"]}""",
                    _ =>
                        """{"model":"test-model","input":{"query":"red apple","documents":["nothing of it","red apple","red"]},"parameters":{"top_n":3,"return_documents":false}}""",
                });
    }

    [Fact]
    public async Task A_document_that_is_left_out_has_no_score()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Rerank.Enqueue(Reply.Json("""{"results":[{"index":2,"relevance_score":-1.5}]}"""));
        using var reranker = Create(endpoint, "rerank");
        (await reranker.ScoreAsync("red", Documents)).ShouldBe([double.NaN, double.NaN, -1.5]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("busy")]
    [InlineData("{}")]
    [InlineData("""{"results":[]}""")]
    [InlineData("""{"results":[7]}""")]
    [InlineData("""{"results":[{"index":3,"relevance_score":1}]}""")]
    [InlineData("""{"results":[{"index":0,"relevance_score":1},{"index":0,"relevance_score":1}]}""")]
    [InlineData("""{"results":[{"index":0}]}""")]
    [InlineData("""{"results":[{"index":0,"relevance_score":"high"}]}""")]
    public async Task What_is_no_ranking_is_a_bad_reply(string body)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Rerank.Enqueue(Reply.Json(body));
        using var reranker = Create(endpoint, "rerank");
        (await Should.ThrowAsync<ModelException>(() => reranker.ScoreAsync("red", Documents))).Failure.ShouldBe(ModelFailure.BadReply);
    }

    [Theory]
    [InlineData(400, ModelFailure.Rejected)]
    [InlineData(401, ModelFailure.Unauthorized)]
    [InlineData(429, ModelFailure.RateLimited)]
    [InlineData(500, ModelFailure.Unavailable)]
    public async Task A_failure_has_its_kind_and_tells_no_text(int status, ModelFailure failure)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Rerank.Respond(Reply.Status(status, """{"message":"bad document 'nothing of it'"}"""));
        using var reranker = Create(endpoint, "dashscope");
        var exception = await Should.ThrowAsync<ModelException>(() => reranker.ScoreAsync("red", Documents));
        exception.Failure.ShouldBe(failure);
        exception.ToString().ShouldNotContain("nothing of it");
    }

    [Fact]
    public async Task Time_is_bounded_and_cancellation_is_the_caller_s()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Rerank.Respond(Reply.Trickle(" ", TimeSpan.FromMilliseconds(10)));
        using var hasty = Create(endpoint, "rerank", Profiles.Short);
        (await Should.ThrowAsync<ModelException>(() => hasty.ScoreAsync("red", Documents))).Failure.ShouldBe(ModelFailure.TimedOut);

        endpoint.Rerank.Respond(Reply.Reset());
        using var patient = Create(endpoint, "rerank");
        (await Should.ThrowAsync<ModelException>(() => patient.ScoreAsync("red", Documents))).Failure.ShouldBe(ModelFailure.Unavailable);
        await Should.ThrowAsync<OperationCanceledException>(() => patient.ScoreAsync("red", Documents, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_reranker_needs_an_address()
    {
        var profile = new ModelProfile { Name = "rerank_model.default", Backend = "rerank", Model = "m" };
        Should.Throw<ArgumentException>(() => new RerankProvider().CreateReranker(profile)).Message.ShouldContain("base_url");
    }

    private static Reranker Create(ModelEndpoint endpoint, string shape, TimeSpan? timeout = null) =>
        shape switch
        {
            "dashscope" => new DashScopeRerankProvider().CreateReranker(endpoint.Profile(timeout: timeout)),
            "tei" => new RerankProvider().CreateReranker(
                endpoint.Profile(new JsonObject { ["documents_name"] = "texts" }, timeout) with
                {
                    BaseUrl = endpoint.Root,
                }),
            _ => new RerankProvider().CreateReranker(endpoint.Profile(timeout: timeout)),
        };
}
