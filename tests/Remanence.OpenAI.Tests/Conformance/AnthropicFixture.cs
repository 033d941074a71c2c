using System.Text.Json;
using Remanence.Anthropic;
using Remanence.ConformanceTests.Models;
using Remanence.Models.Profiles;
using Remanence.ScriptedModels;

namespace Remanence.OpenAI.Tests.Conformance;

public sealed class AnthropicFixture : ModelProviderFixture
{
    public override ModelProvider Provider { get; } = new AnthropicModelProvider();

    public override IReadOnlyList<ModelKind> Kinds => [ModelKind.Chat];

    public override void Script(ModelEndpoint endpoint) =>
        endpoint.Messages.Respond(static request => Reply.Anthropic(Said(request.Json.GetProperty("messages"))));

    public override Uri Address(ModelEndpoint endpoint, ModelKind kind) => endpoint.Root;

    private static string Said(JsonElement messages)
    {
        var content = messages[messages.GetArrayLength() - 1].GetProperty("content");
        return content.ValueKind == JsonValueKind.String ? content.GetString()! : content[0].GetProperty("text").GetString()!;
    }
}
