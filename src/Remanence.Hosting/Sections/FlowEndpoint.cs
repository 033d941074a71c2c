using Remanence.Configuration;

namespace Remanence.Hosting.Sections;

/// <summary>An endpoint that ReMe's variables name, for models that name none.</summary>
/// <param name="Url">The variable with its address.</param>
/// <param name="Key">The variable with its key.</param>
internal sealed record FlowEndpoint(Setting<Uri?> Url, Setting<string?> Key)
{
    public static FlowEndpoint Chat { get; } = Of("FLOW_LLM_BASE_URL", "FLOW_LLM_API_KEY");

    public static FlowEndpoint Embedding { get; } = Of("FLOW_EMBEDDING_BASE_URL", "FLOW_EMBEDDING_API_KEY");

    private static FlowEndpoint Of(string url, string key) =>
        new(Settings.Address(url, string.Empty, ModelsBinder.ExampleAddress, "Where models are that name no endpoint."), Settings.Key(key, "The key there."));
}
