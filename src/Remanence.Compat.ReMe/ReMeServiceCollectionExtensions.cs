using Microsoft.Extensions.DependencyInjection.Extensions;
using Remanence;
using Remanence.Compat.ReMe.Answers;
using Remanence.Compat.ReMe.Library;
using Remanence.Compat.ReMe.MemoryScope;
using Remanence.Compat.ReMe.Routes;
using Remanence.Http;
using Remanence.Operators;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what ReMe's users know to a service collection.</summary>
public static class ReMeServiceCollectionExtensions
{
    /// <summary>
    /// Has flows answer with memories and messages in ReMe's shape, and the flow <c>vector_store</c> load and dump ReMe's libraries; besides
    /// <c>AddRemanenceFlows</c>, in any order.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="libraryPaths">The folders that libraries may be loaded from and dumped to; relative ones count from the current directory. Empty or null:
    /// the current directory, without what lies below it, and <c>docs/library</c>.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddReMe(this IServiceCollection services, IReadOnlyList<string>? libraryPaths = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<AnswerForm>(provider => new ReMeForm(provider.GetRequiredService<TimeProvider>().LocalTimeZone));
        services.TryAddSingleton<MemoryLibrary>(provider => new ReMeLibrary(
            new LibraryPaths(libraryPaths is { Count: > 0 } ? libraryPaths : [".", Path.Combine("docs", "library")]),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Adds what <see cref="FlowEndpoints"/> answers with.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">How its routes answer.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddReMeRoutes(this IServiceCollection services, ReMeRouteOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<UnexpectedFailures>();
        services.AddSingleton(options);
        services.AddSingleton<FlowFailures>();
        services.AddSingleton<FlowStreams>();
        services.AddSingleton<FlowHandler>();
        services.AddSingleton(provider => MemoryScopeFlows.Build(provider, provider.GetRequiredService<ModelsAndFlowsOptions>(), options.AssistantName));
        return services;
    }
}
