using Remanence.DependencyInjection;
using Remanence.Models.Profiles;
using Remanence.OpenAI;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Names models of OpenAI, and of whoever speaks as it does.</summary>
public static class OpenAIRemanenceBuilderExtensions
{
    private const string Backend = "openai_compatible";

    /// <summary>Has a chat model read conversations, and where one is named, an embedder search.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="model">The chat model.</param>
    /// <param name="apiKey">The key; null where none is needed.</param>
    /// <param name="baseUrl">The endpoint, version included, such as <c>http://127.0.0.1:11434/v1</c>; null: OpenAI's own.</param>
    /// <param name="embeddingModel">The embedder at the same endpoint; null: the one that is built in.</param>
    /// <returns>The same builder.</returns>
    public static RemanenceBuilder UseOpenAI(
        this RemanenceBuilder builder,
        string model,
        string? apiKey = null,
        Uri? baseUrl = null,
        string? embeddingModel = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        builder.Services.AddOpenAIModels();
        builder.UseModel(new ModelProfile { Name = "llm.default", Backend = Backend, Model = model, ApiKey = apiKey, BaseUrl = baseUrl });
        return embeddingModel is null
            ? builder
            : builder.UseModel(
                new ModelProfile
                {
                    Name = "embedding_model.default",
                    Backend = Backend,
                    Model = embeddingModel,
                    ApiKey = apiKey,
                    BaseUrl = baseUrl,
                });
    }
}
