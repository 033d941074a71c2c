using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Remanence.Models.Profiles;
using Remanence.ScriptedModels;

namespace Remanence.OpenAI.Tests;

/// <summary>Profiles and clients for a scripted endpoint.</summary>
internal static class Profiles
{
    public const string Key = "sk-test-0123456789abcdef";

    /// <summary>Long enough for a busy machine where no time limit is meant.</summary>
    private static readonly TimeSpan Patient = TimeSpan.FromSeconds(30);

    /// <summary>Short enough to wait for.</summary>
    public static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    public static ModelProfile Profile(this ModelEndpoint endpoint, JsonObject? parameters = null, TimeSpan? timeout = null) => new()
    {
        Name = "llm.default",
        Backend = "openai_compatible",
        Model = "test-model",
        BaseUrl = endpoint.BaseUrl,
        ApiKey = Key,
        Timeout = timeout ?? Patient,
        Parameters = Parameters(parameters),
    };

    public static IChatClient Client(this ModelEndpoint endpoint, JsonObject? parameters = null, TimeSpan? timeout = null) =>
        new OpenAIModelProvider().CreateChat(endpoint.Profile(parameters, timeout));

    public static IEmbeddingGenerator<string, Embedding<float>> Embedder(this ModelEndpoint endpoint, JsonObject? parameters = null) =>
        new OpenAIModelProvider().CreateEmbeddings(endpoint.Profile(parameters) with { Name = "embedding_model.default" });

    public static Dictionary<string, JsonElement> Parameters(JsonObject? parameters) =>
        parameters?.ToDictionary(parameter => parameter.Key, parameter => JsonSerializer.SerializeToElement(parameter.Value), StringComparer.Ordinal) ?? [];
}
