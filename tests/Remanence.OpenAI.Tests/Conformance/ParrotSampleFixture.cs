using System.Text.Json;
using HttpProvider;
using Remanence.ConformanceTests.Models;
using Remanence.Models.Profiles;
using Remanence.ScriptedModels;

namespace Remanence.OpenAI.Tests.Conformance;

public sealed class ParrotSampleFixture : ModelProviderFixture
{
    public override ModelProvider Provider { get; } = new ParrotProvider();

    public override IReadOnlyList<ModelKind> Kinds => [ModelKind.Chat];

    public override void Script(ModelEndpoint endpoint) =>
        endpoint.Elsewhere.Respond(static request => Reply.Json(JsonSerializer.Serialize(new { said = request.Json.GetProperty("input").GetString() })));

    public override Uri Address(ModelEndpoint endpoint, ModelKind kind) => new(endpoint.Root, "parrot");
}
