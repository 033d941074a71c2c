using Microsoft.Extensions.AI;
using Remanence.Models;
using Remanence.Models.Profiles;
using Remanence.Models.Reranking;
using Remanence.Models.Usage;
using Remanence.Tests.Clocks;

namespace Remanence.Tests.Models;

internal sealed class FakeProvider : ModelProvider
{
    public override string Backend => "fake";

    public override IReadOnlyList<string> ParameterNames => ["temperature", "seed", "dimensions"];

    public Func<ModelProfile, IChatClient>? Chat { get; init; }

    public Func<ModelProfile, IEmbeddingGenerator<string, Embedding<float>>>? Embeddings { get; init; }

    public Func<ModelProfile, Reranker>? Rerank { get; init; }

    public Func<ModelProfile, ISpeechToTextClient>? Speech { get; init; }

    public static ModelProfile Profile(string name = "llm.default") =>
        new()
        {
            Name = name,
            Backend = "fake",
            Model = "fake-1",
            BaseUrl = new Uri("http://127.0.0.1:1/v1"),
        };

    public static ModelCatalog Catalog(
        IChatClient chat,
        ModelProfile? profile = null,
        FakeTimeProvider? time = null,
        ModelBudgets? budgets = null,
        long cache = 0
    ) =>
        new(
            [profile ?? Profile()],
            [new FakeProvider { Chat = _ => chat }],
            new ModelCatalogOptions { ReplyCacheBytes = cache, Budgets = budgets ?? new() },
            time ?? new FakeTimeProvider());

    public override IChatClient CreateChat(ModelProfile profile) => Chat?.Invoke(profile) ?? base.CreateChat(profile);

    public override IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddings(ModelProfile profile) =>
        Embeddings?.Invoke(profile) ?? base.CreateEmbeddings(profile);

    public override Reranker CreateReranker(ModelProfile profile) => Rerank?.Invoke(profile) ?? base.CreateReranker(profile);

    public override ISpeechToTextClient CreateSpeech(ModelProfile profile) => Speech?.Invoke(profile) ?? base.CreateSpeech(profile);
}
