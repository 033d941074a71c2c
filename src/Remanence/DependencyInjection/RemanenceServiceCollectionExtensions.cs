using Microsoft.Extensions.AI;
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
using Remanence.PersonalMemory;
using Remanence.PersonalMemory.Consolidation;
using Remanence.PersonalMemory.Reflection;
using Remanence.ReMe.Library;
using Remanence.Retrieval;
using Remanence.Services;
using Remanence.Stores;
using Remanence.Tools;
using Remanence.Tools.Web;

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
    public static IServiceCollection AddRemanence(this IServiceCollection services, MemoryEngineOptions? options = null) =>
        services.AddRemanence(_ => options ?? new MemoryEngineOptions());

    /// <summary>As the other overload, with options that need services.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">How the engine works.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddRemanence(this IServiceCollection services, Func<IServiceProvider, MemoryEngineOptions> options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<MemoryStore, InMemoryStore>();
        services.TryAddSingleton(provider => Create(provider, options(provider)));
        services.TryAddSingleton<MemoryService>(provider => provider.GetRequiredService<MemoryEngine>());
        return services;
    }

    /// <summary>
    /// Adds models and flows: models, as <see cref="ModelCatalog"/>, and flows, as <see cref="FlowCatalogue"/>; with a chat model, new messages are
    /// consolidated in the background; without one, when somebody asks. A <see cref="ModelProvider"/> must be registered for each backend that they name. Faults are thrown when the catalogues are
    /// first asked for: <see cref="ModelConfigurationException"/>, <see cref="FlowConfigurationException"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Models, flows and operators. Default: none but what comes with Remanence.</param>
    /// <param name="operators">Adds operators of the user's own.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddRemanenceFlows(this IServiceCollection services, ModelsAndFlowsOptions? options = null, Action<OperatorRegistry>? operators = null)
    {
        options ??= new ModelsAndFlowsOptions();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<MemoryStore, InMemoryStore>();
        services.TryAddSingleton(provider => ModelsAndFlows.Models(provider, options));
        services.TryAddSingleton(_ => ModelsAndFlows.Operators(operators));
        services.TryAddSingleton(provider => ModelsAndFlows.Flows(provider, options));
        if (options.LibraryPaths.Count > 0)
        {
            services.TryAddSingleton(new LibraryPaths(options.LibraryPaths));
        }

        var hasModel = options.HasChat;

        // The engine has the handlers, and operators of the flows have the engine.
        services.TryAddSingleton(provider => new PlanRunner(
            new Lazy<FlowCatalogue>(provider.GetRequiredService<FlowCatalogue>), new Lazy<MemoryEngine>(provider.GetRequiredService<MemoryEngine>), provider.GetRequiredService<TimeProvider>()));
        var reflects = options.Offers(ReflectHandler.Flow);
        if (options.Offers(ConsolidateHandler.Flow))
        {
            services.AddSingleton<JobHandler>(provider => new ConsolidateHandler(
                provider.GetRequiredService<MemoryStore>(), provider.GetRequiredService<PlanRunner>(), provider.GetRequiredService<TimeProvider>(), hasModel, reflects));
        }

        if (reflects)
        {
            services.AddSingleton<JobHandler>(provider => new ReflectHandler(provider.GetRequiredService<PlanRunner>(), hasModel));
        }

        return services;
    }

    /// <summary>Offers tools of the user's own to the flow <c>react</c>. What needs more than that is registered as a <see cref="ToolSource"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">What they are called together: it stands before the name of a tool that there is already.</param>
    /// <param name="tools">The tools; called by several runs at once, each with the services of the flows.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddRemanenceTools(this IServiceCollection services, string name, params IReadOnlyList<AIFunction> tools)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(tools);
        return services.AddSingleton<ToolSource>(new FixedToolSource(name, tools));
    }

    /// <summary>Offers to search the web to the flow <c>react</c>, as the tool <c>web_search</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Where it is searched; where nothing is set, nothing is added.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddWebSearch(this IServiceCollection services, WebSearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(TimeProvider.System);
        if (options.Url is { } page)
        {
            services.AddSingleton<ToolSource>(provider => new WebSearchSource("searxng", new SearxngTool(page, provider.GetRequiredService<TimeProvider>())));
        }

        if (options.DashScopeApiKey is { } key)
        {
            services.AddSingleton<ToolSource>(provider => new WebSearchSource(
                "dashscope", new DashScopeTool(options.DashScopeUrl, key, options.DashScopeModel, provider.GetRequiredService<TimeProvider>())));
        }

        return services;
    }

    /// <summary>The options with an embedder and a reranker of the <see cref="ModelCatalog"/>.</summary>
    /// <param name="options">The options.</param>
    /// <param name="services">Holds the models.</param>
    /// <param name="embeddingModel">The embedder for search, a name below <c>embedding_model</c>; null: the built-in one.</param>
    /// <param name="rerankModel">The reranker for search, a name below <c>rerank_model</c>; null: none.</param>
    /// <returns>New options.</returns>
    public static MemoryEngineOptions WithModels(this MemoryEngineOptions options, IServiceProvider services, string? embeddingModel = null, string? rerankModel = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var models = services.GetRequiredService<ModelCatalog>();
        return options with
        {
            Embedders = ModelsAndFlows.Embedders(models, embeddingModel),
            Reranking = rerankModel is null ? null : new RerankOptions(models.Reranker(rerankModel)),
        };
    }

    private static MemoryEngine Create(IServiceProvider provider, MemoryEngineOptions options) => new(
        provider.GetRequiredService<MemoryStore>(),
        options with
        {
            JobHandlers = [.. options.JobHandlers, .. provider.GetServices<JobHandler>()],
            HasFlows = provider.GetService<PlanRunner>() is not null,
            Usage = options.Usage ?? provider.GetService<ModelCatalog>()?.Usage,
        },
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILoggerFactory>());
}
