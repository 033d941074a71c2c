using Remanence.ConformanceTests.Models;
using Remanence.Models.Profiles;
using Remanence.ScriptedModels;

namespace Remanence.OpenAI.Tests.Conformance;

public sealed class OpenAIFixture : ModelProviderFixture
{
    public override ModelProvider Provider { get; } = new OpenAIModelProvider();

    public override IReadOnlyList<ModelKind> Kinds => [ModelKind.Chat, ModelKind.Embeddings, ModelKind.Speech];

    public override void Script(ModelEndpoint endpoint) => endpoint.Chat.Respond(static request => Reply.Text(request.LastMessage));

    public override Uri Address(ModelEndpoint endpoint, ModelKind kind) => endpoint.BaseUrl;
}
