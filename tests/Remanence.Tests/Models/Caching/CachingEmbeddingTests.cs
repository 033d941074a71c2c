using Microsoft.Extensions.AI;
using Remanence.Models;
using Remanence.Tests.Clocks;

namespace Remanence.Tests.Models.Caching;

public sealed class CachingEmbeddingTests : IDisposable
{
    private readonly FakeEmbedder _embedder = new();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Only_what_is_missing_is_asked_and_each_text_once()
    {
        using var catalog = Catalog();
        await catalog.Embeddings().GenerateAsync(["a", "bb"]);

        var result = await catalog.Embeddings().GenerateAsync(["ccc", "a", "dddd", "ccc", "bb"]);

        result.Select(embedding => embedding.Vector.Span[0]).ShouldBe([3, 1, 4, 3, 2]);
        _embedder.Asked.ShouldBe([["a", "bb"], ["ccc", "dddd"]]);
        result[0].Vector = new float[1];
        (await catalog.Embeddings().GenerateAsync(["ccc"]))[0].Vector.Span[0].ShouldBe(3);
    }

    [Fact]
    public async Task Other_dimensions_are_another_embedding()
    {
        using var catalog = Catalog();
        await catalog.Embeddings().GenerateAsync(["a"]);

        await catalog.Embeddings().GenerateAsync(["a"], new EmbeddingGenerationOptions { Dimensions = 2 });

        _embedder.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_used_longest_ago_gives_way()
    {
        using var catalog = Catalog(bytes: 2 * (160 + 4));
        await catalog.Embeddings().GenerateAsync(["a", "bb"]);
        await catalog.Embeddings().GenerateAsync(["a"]);
        await catalog.Embeddings().GenerateAsync(["ccc"]);
        _embedder.Asked.Clear();

        await catalog.Embeddings().GenerateAsync(["a", "bb", "ccc"]);

        _embedder.Asked.ShouldBe([["bb"]]);
    }

    [Fact]
    public async Task A_reply_of_another_length_is_a_failure_and_is_not_kept()
    {
        using var catalog = Catalog();
        _embedder.Drop = 1;
        (await Should.ThrowAsync<ModelException>(catalog.Embeddings().GenerateAsync(["a", "bb"]))).Failure.ShouldBe(ModelFailure.BadReply);
        _embedder.Drop = 0;

        (await catalog.Embeddings().GenerateAsync(["a", "bb"])).Count.ShouldBe(2);
        (await catalog.Embeddings().GenerateAsync([])).ShouldBeEmpty();
    }

    [Fact]
    public async Task Failures_are_tried_again_and_not_kept()
    {
        using var catalog = Catalog();
        _embedder.Failures = 2;

        (await _time.RunAsync(() => catalog.Embeddings().GenerateAsync(["a"])))[0].Vector.Span[0].ShouldBe(1);
        _embedder.Asked.Count.ShouldBe(3);
    }

    public void Dispose() => _embedder.Dispose();

    private ModelCatalog Catalog(long bytes = 1 << 20) => new(
        [FakeProvider.Profile("embedding_model.default")],
        [new FakeProvider { Embeddings = _ => _embedder }],
        new ModelCatalogOptions { EmbeddingCacheBytes = bytes },
        _time);

    private sealed class FakeEmbedder : IEmbeddingGenerator<string, Embedding<float>>
    {
        public List<string[]> Asked { get; } = [];

        public int Drop { get; set; }

        public int Failures { get; set; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Asked.Add([.. values]);
            return Failures-- > 0
                ? Task.FromException<GeneratedEmbeddings<Embedding<float>>>(new ModelException(ModelFailure.Unavailable, "Down."))
                : Task.FromResult(
                    new GeneratedEmbeddings<Embedding<float>>(values.SkipLast(Drop).Select(text => new Embedding<float>(new float[] { text.Length }))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
