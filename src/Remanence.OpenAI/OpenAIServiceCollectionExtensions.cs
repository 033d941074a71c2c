using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Remanence.Models.Profiles;
using Remanence.OpenAI.Reranking;

namespace Remanence.OpenAI;

/// <summary>Registers the OpenAI-compatible backends.</summary>
public static class OpenAIServiceCollectionExtensions
{
    /// <summary>
    /// Adds the backends <c>openai_compatible</c>, <c>rerank</c> and <c>dashscope_rerank</c>, each as a <see cref="ModelProvider"/>; adding them twice adds
    /// them once.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddOpenAIModels(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable([
            ServiceDescriptor.Singleton<ModelProvider, OpenAIModelProvider>(provider => new OpenAIModelProvider(
                provider.GetService<TimeProvider>(),
                provider.GetService<ILoggerFactory>())),
            ServiceDescriptor.Singleton<ModelProvider, RerankProvider>(provider => new RerankProvider(provider.GetService<TimeProvider>())),
            ServiceDescriptor.Singleton<ModelProvider, DashScopeRerankProvider>(provider => new DashScopeRerankProvider(provider.GetService<TimeProvider>())),
        ]);
        return services;
    }
}
