namespace Remanence.ConformanceTests.Models;

/// <summary>Each text has a score, in the order in which they were given.</summary>
/// <typeparam name="TFixture">The provider's fixture.</typeparam>
public abstract class RerankProviderSuite<TFixture> : ModelProviderSuite<TFixture>
    where TFixture : ModelProviderFixture, new()
{
    /// <summary>The better answer scores higher, wherever it stands.</summary>
    /// <param name="texts">The texts, apart by a bar; the best is "red apples".</param>
    [Theory]
    [InlineData("red apples|red|a boat")]
    [InlineData("a boat|red|red apples")]
    [InlineData("red|red apples|a boat|another boat")]
    public async Task Scores_come_in_the_order_of_the_texts(string texts)
    {
        await using var endpoint = await StartAsync();
        using var reranker = Provider.CreateReranker(Profile(endpoint, ModelKind.Reranking));
        var given = texts.Split('|');
        var scores = await reranker.ScoreAsync("red apples", given, Stop);
        scores.Count.ShouldBe(given.Length);
        given.Zip(scores).OrderByDescending(text => text.Second).Select(text => text.First).Take(2).ShouldBe(["red apples", "red"]);
    }
}
