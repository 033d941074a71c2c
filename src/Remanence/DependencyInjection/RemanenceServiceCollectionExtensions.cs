using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Remanence;
using Remanence.DependencyInjection;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Flows.Operators;
using Remanence.Jobs;
using Remanence.Models;
using Remanence.Models.Profiles;
using Remanence.PersonalMemory.Work;
using Remanence.Retrieval;
using Remanence.Services;
using Remanence.Stores;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Remanence to a service collection.</summary>
public static class RemanenceServiceCollectionExtensions
{
    private const string HealthCheck = "remanence";

    private const string DefaultEmbedder = "default";

    /// <summary>
    /// Adds memory to a program with a host: the engine as <see cref="AddMemoryEngine(IServiceCollection, MemoryEngineOptions?)"/> adds it, opened and put to
    /// work with the program and stopped with it, and a health check called <c>remanence</c>. Without a store, memories are kept in memory only; without a
    /// model, rules read what is said.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">How the engine works.</param>
    /// <returns>What a store and models are named with: <c>UseSqlite</c>, <c>UseOpenAI</c>.</returns>
    public static RemanenceBuilder AddRemanence(this IServiceCollection services, MemoryEngineOptions? options = null) =>
        services.AddRemanence(_ => options ?? new MemoryEngineOptions());

    /// <summary>As the other overload, with options that need services.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">How the engine works.</param>
    /// <returns>What a store and models are named with.</returns>
    public static RemanenceBuilder AddRemanence(this IServiceCollection services, Func<IServiceProvider, MemoryEngineOptions> options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        if (!services.Any(service => service.ImplementationType == typeof(EngineHostedService)))
        {
            services.AddRemanenceFlows();
            services.AddMemoryEngine(provider => WithDefaultEmbedder(options(provider), provider));
            services.AddHostedService<EngineHostedService>();
            services.AddHealthChecks().AddCheck<StoreHealthCheck>(HealthCheck);
        }

        return new RemanenceBuilder(services);
    }

    /// <summary>
    /// Adds the engine alone, as <see cref="MemoryEngine"/> and <see cref="MemoryService"/>, one for the process. A <see cref="MemoryStore"/> must be
    /// registered as well; without one, memories are kept in memory only. <see cref="CoreEngine.OpenAsync"/> must be called once before use, and
    /// <see cref="CoreEngine.StartJobsAsync"/> where background work shall be done. Every <see cref="JobHandler"/> that is registered takes part in it.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">How the engine works.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddMemoryEngine(this IServiceCollection services, MemoryEngineOptions? options = null) =>
        services.AddMemoryEngine(_ => options ?? new MemoryEngineOptions());

    /// <summary>As the other overload, with options that need services.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">How the engine works.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddMemoryEngine(this IServiceCollection services, Func<IServiceProvider, MemoryEngineOptions> options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<MemoryStore, InMemoryStore>();
        services.TryAddSingleton(options);
        services.TryAddSingleton(Parts);
        services.TryAddSingleton(provider => provider.GetRequiredService<EngineParts>().Access);
        services.TryAddSingleton(Create);
        services.TryAddSingleton<MemoryService>(provider => provider.GetRequiredService<MemoryEngine>());
        return services;
    }

    /// <summary>
    /// Adds models and flows: models, as <see cref="ModelCatalog"/>, and flows, as <see cref="FlowCatalogue"/>; with a chat model, new messages are
    /// consolidated in the background; without one, when somebody asks. A <see cref="ModelProvider"/> must be registered for each backend that they name; each
    /// <see cref="ModelProfile"/> that is registered is a model, too. Faults are thrown when the catalogues are first asked for:
    /// <see cref="ModelConfigurationException"/>, <see cref="FlowConfigurationException"/>. Where it is called again, the last options and the last operators
    /// that were given hold.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Models, flows and operators. Default: none but what comes with Remanence.</param>
    /// <param name="operators">Adds operators of the user's own.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddRemanenceFlows(
        this IServiceCollection services,
        ModelsAndFlowsOptions? options = null,
        Action<OperatorRegistry>? operators = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<MemoryStore, InMemoryStore>();
        services.TryAddSingleton(ModelsAndFlows.Models);
        services.TryAddSingleton(_ => ModelsAndFlows.Operators(null));
        services.TryAddSingleton(ModelsAndFlows.Flows);
        services.TryAddSingleton(ModelsAndFlows.Options);
        if (options is not null)
        {
            services.AddSingleton(new GivenFlows(options));
        }

        if (operators is not null)
        {
            services.Replace(ServiceDescriptor.Singleton(_ => ModelsAndFlows.Operators(operators)));
        }

        return services;
    }

    /// <summary>
    /// What is wrong with models and flows, as far as it can be told before an engine is made, where there are no operators but those that come with Remanence.
    /// </summary>
    /// <param name="options">Models, flows and operators.</param>
    /// <param name="providers">One for each backend.</param>
    public static IReadOnlyList<string> Check(this ModelsAndFlowsOptions options, IEnumerable<ModelProvider> providers)
    {
        ArgumentNullException.ThrowIfNull(options);
        return [.. ModelsAndFlows.Faults(options, providers)];
    }

    /// <summary>The options with an embedder and a reranker of the <see cref="ModelCatalog"/>.</summary>
    /// <param name="options">The options.</param>
    /// <param name="services">Holds the models.</param>
    /// <param name="embeddingModel">The embedder for search, a name below <c>embedding_model</c>; null: the built-in one.</param>
    /// <param name="rerankModel">The reranker for search, a name below <c>rerank_model</c>; null: none.</param>
    /// <returns>New options.</returns>
    public static MemoryEngineOptions WithModels(
        this MemoryEngineOptions options,
        IServiceProvider services,
        string? embeddingModel = null,
        string? rerankModel = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var models = services.GetRequiredService<ModelCatalog>();
        return options with
        {
            Embedders = ModelsAndFlows.Embedders(models, embeddingModel),
            Reranking = rerankModel is null ? null : new RerankOptions(models.Reranker(rerankModel)),
        };
    }

    // An embedder that was added under the name by which search asks for one.
    private static MemoryEngineOptions WithDefaultEmbedder(MemoryEngineOptions options, IServiceProvider provider) =>
        options.Embedders is null && provider.GetServices<ModelProfile>().Any(profile => profile.Name == "embedding_model." + DefaultEmbedder)
            ? options.WithModels(provider, DefaultEmbedder)
            : options;

    private static EngineParts Parts(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<MemoryEngineOptions>();
        return MemoryEngine.PartsOf(
            provider.GetRequiredService<MemoryStore>(),
            options with { Usage = options.Usage ?? provider.GetService<ModelCatalog>()?.Usage },
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILoggerFactory>());
    }

    private static MemoryEngine Create(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<MemoryEngineOptions>();
        var parts = provider.GetRequiredService<EngineParts>();
        JobHandler[] given = [.. options.JobHandlers, .. provider.GetServices<JobHandler>()];
        return new MemoryEngine(provider.GetRequiredService<MemoryStore>(), parts, given, Learners(provider, options, parts));
    }

    // Flows that are configured do what consolidates and reflects, or do not; a chat model of the engine's own goes before theirs.
    private static IReadOnlyList<JobHandler> Learners(IServiceProvider provider, MemoryEngineOptions options, EngineParts parts)
    {
        var store = provider.GetRequiredService<MemoryStore>();
        return options.ChatClient is null && provider.GetService<ModelsAndFlowsOptions>() is { } flows
            ? PersonHandlers.Of(new Lazy<FlowCatalogue>(provider.GetRequiredService<FlowCatalogue>), flows.Offers, parts.Access, store, flows.HasChat)
            : PersonHandlers.Of(parts.Access, store, options.ChatClient, provider.GetService<ILoggerFactory>());
    }
}
