using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Remanence.Anthropic;
using Remanence.Events.Webhooks;
using Remanence.Flows.Catalogue;
using Remanence.Jobs;
using Remanence.Mcp;
using Remanence.Mcp.External;
using Remanence.Models;
using Remanence.Models.Profiles;
using Remanence.Models.Usage;
using Remanence.OpenAI;
using Remanence.Search;
using Remanence.Services;

namespace Remanence.Hosting;

/// <summary>The engine with its models, flows and background work, put together from the settings; the server's and the command line's.</summary>
public static class EngineServices
{
    private const long Mebibyte = 1024 * 1024;

    /// <summary>The version of Remanence that runs, such as 0.1.0.</summary>
    public static string Version { get; } =
        typeof(EngineServices).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>
    /// Adds the engine, and what runs it, as <see cref="EngineRunner"/>. What was registered before wins: another store, another service in the engine's place.
    /// </summary>
    /// <param name="services">The services; a store should be among them.</param>
    /// <param name="settings">The settings.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddEngine(this IServiceCollection services, RemanenceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.TryAddSingleton(settings);
        services.TryAddSingleton<EngineRunner>();
        services.AddOpenAIModels();
        services.AddAnthropicModels();
        services.AddWebSearch(settings.WebSearch);
        services.AddExternalMcp(settings.Configuration.ExternalMcpServers);
        services.AddRemanenceFlows(settings.Configuration.ModelsAndFlows with { Limits = Limits(settings) });
        services.AddReMe(
            settings.LibraryPaths.Count > 0 ? settings.LibraryPaths : [".", Path.Combine("docs", "library"), Path.Combine(settings.DataPath, "library")]);
        return services.AddMemoryEngine(provider => Options(settings).WithModels(provider, settings.SearchEmbeddingModel, settings.SearchRerankModel));
    }

    /// <summary>What is wrong with models and flows where there are no backends and operators but those that come with Remanence.</summary>
    /// <param name="options">Models and flows.</param>
    public static IReadOnlyList<string> Check(ModelsAndFlowsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var services = new ServiceCollection().AddOpenAIModels().AddAnthropicModels().BuildServiceProvider();
        return options.Check(services.GetServices<ModelProvider>());
    }

    /// <summary>Adds the engine as the Model Context Protocol sees it, as <see cref="MemoryMcp"/>.</summary>
    /// <param name="services">The services, with the engine.</param>
    /// <param name="settings">The settings.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddMemoryMcp(this IServiceCollection services, RemanenceSettings settings) =>
        services.AddSingleton(provider => new MemoryMcp(
            provider.GetRequiredService<MemoryService>(),
            provider.GetRequiredService<FlowCatalogue>(),
            McpOptions(settings),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILoggerFactory>()));

    /// <summary>What clients of the Model Context Protocol are told.</summary>
    /// <param name="settings">The settings.</param>
    public static MemoryMcpOptions McpOptions(RemanenceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new() { Workspace = settings.McpWorkspace, Version = Version };
    }

    private static MemoryEngineOptions Options(RemanenceSettings settings) => new()
    {
        Search = new SearchOptions { MemoryMegabytes = settings.SearchMemoryMb },
        Jobs = new JobOptions
        {
            Workers = Math.Max(1, settings.JobsWorkers),
            Quiet = settings.JobsQuiet,
            BatchMessages = settings.JobsBatchMessages,
            MaxWait = settings.JobsMaxWait,
            MaxAttempts = settings.JobsMaxAttempts,
        },
        Privacy = settings.Configuration.Privacy,
        Webhooks = new WebhookOptions { Urls = settings.WebhooksUrls, Secret = settings.WebhooksSecret },
    };

    // Embeddings are smaller than replies and asked for more often.
    private static ModelCatalogOptions Limits(RemanenceSettings settings) => new()
    {
        EmbeddingCacheBytes = settings.ModelsCacheMb * Mebibyte * 3 / 4,
        ReplyCacheBytes = settings.ModelsCacheMb * Mebibyte / 4,
        Budgets = new ModelBudgets
        {
            WorkspaceDay = new ModelBudget
            {
                Cost = settings.ModelsBudgetUsdPerDay > 0 ? settings.ModelsBudgetUsdPerDay : null,
                Tokens = settings.ModelsBudgetTokensPerDay > 0 ? settings.ModelsBudgetTokensPerDay : null,
            },
        },
    };
}
