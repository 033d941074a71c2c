using Remanence.DependencyInjection;
using Remanence.Models.Profiles;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Names models.</summary>
public static class ModelRemanenceBuilderExtensions
{
    /// <summary>
    /// Adds a model. One called <c>llm.default</c> reads conversations in the background, one called <c>embedding_model.default</c> embeds for search. The
    /// <see cref="ModelProvider"/> of its backend is to be registered as well.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="profile">The model.</param>
    /// <returns>The same builder.</returns>
    public static RemanenceBuilder UseModel(this RemanenceBuilder builder, ModelProfile profile)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(profile);
        builder.Services.AddSingleton(profile);
        return builder;
    }
}
