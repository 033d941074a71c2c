using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Remanence;
using Remanence.Jobs;
using Remanence.Services;
using Remanence.Stores;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Remanence to a service collection.</summary>
public static class RemanenceServiceCollectionExtensions
{
    /// <summary>
    /// Adds the engine, as <see cref="MemoryEngine"/> and <see cref="MemoryService"/>, one for the process. A <see cref="MemoryStore"/> must be registered as
    /// well; without one, memories are kept in memory only. <see cref="MemoryEngine.OpenAsync"/> must be called once before use, and
    /// <see cref="MemoryEngine.StartJobsAsync"/> where background work shall be done. Every <see cref="JobHandler"/> that is registered takes part in it.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">How the engine works.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddRemanence(this IServiceCollection services, MemoryEngineOptions? options = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<MemoryStore, InMemoryStore>();
        services.TryAddSingleton(provider => Create(provider, options ?? new MemoryEngineOptions()));
        services.TryAddSingleton<MemoryService>(provider => provider.GetRequiredService<MemoryEngine>());
        return services;
    }

    private static MemoryEngine Create(IServiceProvider provider, MemoryEngineOptions options) => new(
        provider.GetRequiredService<MemoryStore>(),
        options with { JobHandlers = [.. options.JobHandlers, .. provider.GetServices<JobHandler>()] },
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILoggerFactory>());
}
