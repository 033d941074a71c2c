using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Remanence.Models.Profiles;

namespace Remanence.Anthropic;

/// <summary>Registers the Anthropic backend.</summary>
public static class AnthropicServiceCollectionExtensions
{
    /// <summary>Adds the backend <c>anthropic</c> as a <see cref="ModelProvider"/>; adding it twice adds it once.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddAnthropicModels(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<ModelProvider, AnthropicModelProvider>(provider => new AnthropicModelProvider(provider.GetService<TimeProvider>())));
        return services;
    }
}
