namespace Remanence.ConformanceTests.Models;

/// <summary>Texts become vectors of one length, in their order.</summary>
/// <typeparam name="TFixture">The provider's fixture.</typeparam>
public abstract class EmbeddingProviderSuite<TFixture> : ModelProviderSuite<TFixture>
    where TFixture : ModelProviderFixture, new()
{
    private static readonly string[] Texts = ["red apples", "a boat at sea", "red apples", "今天下雨", "x"];

    /// <summary>One vector a text, in order, the same for the same.</summary>
    [Fact]
    public async Task Each_text_has_its_vector()
    {
        await using var endpoint = await StartAsync();
        using var client = Provider.CreateEmbeddings(Profile(endpoint, ModelKind.Embeddings));
        var vectors = (await client.GenerateAsync(Texts, null, Stop)).Select(embedding => embedding.Vector.ToArray()).ToList();

        vectors.Count.ShouldBe(Texts.Length);
        vectors.Select(vector => vector.Length).Distinct().ShouldHaveSingleItem().ShouldBeGreaterThan(0);
        vectors.SelectMany(vector => vector).ShouldAllBe(number => float.IsFinite(number));
        vectors[2].ShouldBe(vectors[0]);
        vectors[1].ShouldNotBe(vectors[0]);
    }

    /// <summary>A text's vector does not depend on its neighbours.</summary>
    [Fact]
    public async Task Alone_or_among_others_a_text_means_the_same()
    {
        await using var endpoint = await StartAsync();
        using var client = Provider.CreateEmbeddings(Profile(endpoint, ModelKind.Embeddings));
        var among = await client.GenerateAsync(Texts, null, Stop);
        await Parallel.ForAsync(0, Texts.Length, Stop, async (number, cancellationToken) =>
            (await client.GenerateAsync([Texts[number]], null, cancellationToken))[0].Vector.ToArray().ShouldBe(among[number].Vector.ToArray()));
    }
}
