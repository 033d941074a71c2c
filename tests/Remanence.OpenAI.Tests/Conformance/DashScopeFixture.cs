using Remanence.ConformanceTests.Models;
using Remanence.Models.Profiles;
using Remanence.OpenAI.Reranking;
using Remanence.ScriptedModels;

namespace Remanence.OpenAI.Tests.Conformance;

public sealed class DashScopeFixture : ModelProviderFixture
{
    public override ModelProvider Provider { get; } = new DashScopeRerankProvider();

    public override IReadOnlyList<ModelKind> Kinds => [ModelKind.Reranking];

    public override Uri Address(ModelEndpoint endpoint, ModelKind kind) => endpoint.BaseUrl;
}
