using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Remanence.Models;
using Remanence.ScriptedModels;

namespace Remanence.OpenAI.Tests.Embeddings;

public sealed class EmbeddingTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("float")]
    [InlineData("base64")]
    public async Task Each_text_has_its_vector(string? encoding)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        using var embedder = endpoint.Embedder(encoding is null ? null : new JsonObject { ["encoding_format"] = encoding });

        var embeddings = await embedder.GenerateAsync(["red", "green", "blue"]);

        Numbers(embeddings).ShouldBe([TextVectors.Of("red"), TextVectors.Of("green"), TextVectors.Of("blue")]);
        embeddings[0].ModelId.ShouldBe("test-model");
        embeddings.Usage!.InputTokenCount.ShouldBe(3);
        endpoint.Embeddings.Requests[0].Has("encoding_format").ShouldBe(encoding is not null);
        endpoint.Embeddings.Requests[0].Has("dimensions").ShouldBeFalse();
    }

    [Fact]
    public async Task The_order_is_that_of_the_index()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Embeddings.Enqueue(
            Reply.Json("""{"data":[{"index":1,"embedding":[0,1]},{"index":0,"embedding":[1,0]}]}"""),
            Reply.Json("""{"data":[{"embedding":[1,0]},{"embedding":[0,1]}]}"""));
        using var embedder = endpoint.Embedder();

        Numbers(await embedder.GenerateAsync(["a", "b"])).ShouldBe([[1, 0], [0, 1]]);
        Numbers(await embedder.GenerateAsync(["a", "b"])).ShouldBe([[1, 0], [0, 1]]);
    }

    [Theory]
    [InlineData(null, 64)]
    [InlineData(7, 7)]
    public async Task A_large_call_is_split(int? size, int expected)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        using var embedder = endpoint.Embedder(size is null ? null : new JsonObject { ["max_batch_size"] = size });
        var texts = Enumerable.Range(0, 100).Select(i => $"text{i}").ToList();

        var embeddings = await embedder.GenerateAsync(texts);

        Numbers(embeddings).ShouldBe(texts.Select(text => TextVectors.Of(text)));
        var sizes = endpoint.Embeddings.Requests.Select(request => request.Json.GetProperty("input").GetArrayLength()).ToList();
        sizes.Max().ShouldBe(expected);
        sizes.Sum().ShouldBe(100);
    }

    [Fact]
    public async Task A_blank_text_is_not_sent_and_fails_nothing()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        using var embedder = endpoint.Embedder();

        var embeddings = await embedder.GenerateAsync(["", "red", " \n"]);

        Numbers(embeddings).ShouldBe([new float[32], TextVectors.Of("red"), new float[32]]);
        endpoint.Embeddings.Requests.ShouldHaveSingleItem().Json.GetProperty("input").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Blank_texts_alone_have_vectors_of_the_right_length()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        using var embedder = endpoint.Embedder();
        Numbers(await embedder.GenerateAsync(["", " "])).ShouldBe([new float[32], new float[32]]);
        (await embedder.GenerateAsync([])).ShouldBeEmpty();
    }

    [Fact]
    public async Task Dimensions_go_when_they_are_set_and_not_where_they_are_refused()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        using var embedder = endpoint.Embedder(new JsonObject { ["dimensions"] = 8 });
        (await embedder.GenerateAsync(["red"]))[0].Vector.Length.ShouldBe(8);

        // vLLM's words about bge-m3.
        endpoint.Embeddings.Respond(request =>
            request.Has("dimensions")
                ? Reply.Status(
                    400,
                    """{"object":"error","message":"Model \"bge-m3\" does not support matryoshka representation, changing output dimensions will lead to poor results.","code":400}""")
                : Reply.Embeddings(request));
        (await embedder.GenerateAsync(["red"]))[0].Vector.Length.ShouldBe(32);
        (await embedder.GenerateAsync(["red"]))[0].Vector.Length.ShouldBe(32);
        endpoint.Embeddings.Requests.Select(request => request.Has("dimensions")).ShouldBe([true, true, false, false]);
    }

    [Theory]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0]},{"index":0,"embedding":[1,0]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0]},{"index":2,"embedding":[1,0]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0]},{"index":1,"embedding":[1]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0]},{"index":1,"embedding":[]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0]},{"index":1,"embedding":[1,"NaN"]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0]},{"index":1,"embedding":[1,null]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0]},{"index":1,"embedding":[1,1e60]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0]},{"index":1,"embedding":"AADAfwAAAAA="}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0]},{"index":1,"embedding":"!"}]}""")]
    [InlineData("""{"data":null}""")]
    [InlineData("")]
    [InlineData("nothing")]
    public async Task What_is_not_one_vector_a_text_is_a_bad_reply(string body)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Embeddings.Enqueue(Reply.Json(body));
        using var embedder = endpoint.Embedder();

        var exception = await Should.ThrowAsync<ModelException>(() => embedder.GenerateAsync(["a", "b"]));

        exception.Failure.ShouldBe(ModelFailure.BadReply);
        exception.Profile.ShouldBe("embedding_model.default");
    }

    [Fact]
    public async Task Batches_of_different_dimensions_do_not_mix()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Embeddings.Enqueue(Reply.Vectors([[1, 0]]), Reply.Vectors([[1, 0, 0]]));
        using var embedder = endpoint.Embedder(new JsonObject { ["max_batch_size"] = 1 });
        (await Should.ThrowAsync<ModelException>(() => embedder.GenerateAsync(["a", "b"]))).Failure.ShouldBe(ModelFailure.BadReply);
    }

    [Fact]
    public async Task A_failure_has_its_kind_and_tells_no_text()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Embeddings.Respond(request => Reply.Status(413, $$"""{"error":"too long: {{request.Json.GetProperty("input")[0].GetString()}}"}"""));
        using var embedder = endpoint.Embedder();

        var exception = await Should.ThrowAsync<ModelException>(() => embedder.GenerateAsync(["heliotropes everywhere"]));

        exception.Failure.ShouldBe(ModelFailure.Rejected);
        exception.ToString().ShouldNotContain("heliotropes");
    }

    [Fact]
    public void Two_spaces_are_unrelated_and_shared_words_are_near()
    {
        Cosine(TextVectors.Of("red apple"), TextVectors.Of("red apple")).ShouldBe(1, 1e-5);
        Cosine(TextVectors.Of("red apple", 64), TextVectors.Of("green apple", 64)).ShouldBeGreaterThan(0.25);
        Math.Abs(Cosine(TextVectors.Of("red apple", 64), TextVectors.Of("red apple", 64, space: 1))).ShouldBeLessThan(0.4);
    }

    private static IEnumerable<float[]> Numbers(GeneratedEmbeddings<Embedding<float>> embeddings) => embeddings.Select(embedding => embedding.Vector.ToArray());

    private static double Cosine(float[] left, float[] right) => left.Zip(right, (a, b) => a * b).Sum();
}
