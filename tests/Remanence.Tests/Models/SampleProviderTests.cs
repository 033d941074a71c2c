using System.Text.Json;
using Microsoft.Extensions.AI;
using OwnProvider;
using Remanence.Models;
using Remanence.Models.Profiles;

namespace Remanence.Tests.Models;

/// <summary>The sample's backend, asked through the catalogue as any other.</summary>
public sealed class SampleProviderTests
{
    private static readonly ModelProfile Chat = new() { Name = "llm.default", Backend = "hash", Model = "echo" };
    private static readonly ModelProfile Embedder = new() { Name = "embedding_model.default", Backend = "hash", Model = "trigrams" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_answers_whole_and_in_pieces()
    {
        using var catalog = new ModelCatalog([Chat], [new HashProvider()]);

        var whole = await catalog.Chat().GetResponseAsync("tea", cancellationToken: Token);
        var streamed = await catalog.Chat().GetStreamingResponseAsync("tea", cancellationToken: Token).ToChatResponseAsync(Token);

        (whole.Text, whole.ModelId, streamed.Text).ShouldBe(("You said: tea", "echo", "You said: tea"));
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => catalog.Chat().GetResponseAsync("tea", cancellationToken: stop.Token));
    }

    [Fact]
    public async Task Vectors_have_the_length_that_the_profile_says_and_are_the_same_each_time()
    {
        var small = Embedder with
        {
            Name = "embedding_model.small",
            Parameters = new Dictionary<string, JsonElement> { ["dimensions"] = JsonElement.Parse("32") },
        };
        using var catalog = new ModelCatalog([Embedder, small], [new HashProvider()]);

        var vectors = await catalog.Embeddings().GenerateAsync(["jasmine tea", "tea of jasmine", "a red bicycle"], cancellationToken: Token);
        using var another = new HashEmbedder(256);

        vectors.ShouldAllBe(vector => vector.Vector.Length == 256);
        (await catalog.Embeddings("small").GenerateAsync(["jasmine tea"], cancellationToken: Token))[0].Vector.Length.ShouldBe(32);
        vectors[0].Vector.ToArray().ShouldBe((await another.GenerateAsync(["jasmine tea"], cancellationToken: Token))[0].Vector.ToArray());
        Near(vectors[0], vectors[0]).ShouldBe(1, 1e-5);
        Near(vectors[0], vectors[1]).ShouldBeGreaterThan(Near(vectors[0], vectors[2]));
    }

    [Fact]
    public void What_it_does_not_know_is_a_fault_of_the_configuration()
    {
        var profile = Embedder with { Parameters = new Dictionary<string, JsonElement> { ["dimension"] = JsonElement.Parse("32") } };

        Should.Throw<ModelConfigurationException>(() => new ModelCatalog([profile], [new HashProvider()])).Message.ShouldContain("did you mean dimensions");
        Should.Throw<ModelConfigurationException>(() => new ModelCatalog([Chat with { Name = "rerank_model.default" }], [new HashProvider()])).Message
            .ShouldContain("the backend hash is none for rerank_model");
    }

    private static double Near(Embedding<float> one, Embedding<float> other) => one.Vector.ToArray().Zip(other.Vector.ToArray(), (a, b) => (double)a * b).Sum();
}
