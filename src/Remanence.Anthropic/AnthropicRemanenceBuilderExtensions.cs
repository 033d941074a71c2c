using Remanence.Anthropic;
using Remanence.DependencyInjection;
using Remanence.Models.Profiles;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Names Anthropic's models.</summary>
public static class AnthropicRemanenceBuilderExtensions
{
    /// <summary>Has one of Anthropic's models read conversations.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="model">The model.</param>
    /// <param name="apiKey">The key.</param>
    /// <param name="baseUrl">The endpoint; null: Anthropic's own.</param>
    /// <returns>The same builder.</returns>
    public static RemanenceBuilder UseAnthropic(this RemanenceBuilder builder, string model, string? apiKey = null, Uri? baseUrl = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        builder.Services.AddAnthropicModels();
        return builder.UseModel(new ModelProfile { Name = "llm.default", Backend = "anthropic", Model = model, ApiKey = apiKey, BaseUrl = baseUrl });
    }
}
