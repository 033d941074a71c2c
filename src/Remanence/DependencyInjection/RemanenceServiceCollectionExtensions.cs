using Microsoft.Extensions.DependencyInjection.Extensions;
using Remanence;
using Remanence.Services;
using Remanence.Stores;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Remanence to a service collection.</summary>
public static class RemanenceServiceCollectionExtensions
{
    /// <summary>
    /// Adds the engine, as <see cref="MemoryEngine"/> and <see cref="MemoryService"/>, one for the process. A <see cref="MemoryStore"/> must be registered as
    /// well; without one, memories are kept in memory only. <see cref="MemoryEngine.OpenAsync"/> must be called once before use.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">How the engine works.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddRemanence(this IServiceCollection services, MemoryEngineOptions? options = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<MemoryStore, InMemoryStore>();
        services.TryAddSingleton(provider => new MemoryEngine(provider.GetRequiredService<MemoryStore>(), options, provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<MemoryService>(provider => provider.GetRequiredService<MemoryEngine>());
        return services;
    }
}
