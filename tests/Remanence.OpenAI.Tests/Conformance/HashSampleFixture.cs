using OwnProvider;
using Remanence.ConformanceTests.Models;
using Remanence.Models.Profiles;
using Remanence.ScriptedModels;

namespace Remanence.OpenAI.Tests.Conformance;

public sealed class HashSampleFixture : ModelProviderFixture
{
    public override ModelProvider Provider { get; } = new HashProvider();

    public override IReadOnlyList<ModelKind> Kinds => [ModelKind.Chat, ModelKind.Embeddings];

    public override bool IsRemote => false;

    public override Uri Address(ModelEndpoint endpoint, ModelKind kind) => endpoint.Root;
}
