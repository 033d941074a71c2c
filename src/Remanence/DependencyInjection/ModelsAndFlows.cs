using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Remanence.Embeddings;
using Remanence.Flows;
using Remanence.Flows.Catalogue;
using Remanence.Flows.Operators;
using Remanence.Models;
using Remanence.Models.Profiles;

namespace Remanence.DependencyInjection;

/// <summary>Puts models and flows together.</summary>
internal static class ModelsAndFlows
{
    private const string Dimensions = "dimensions";

    // They change how often the endpoint is called, not what it answers.
    private static readonly string[] WithoutEffectOnVectors = ["max_batch_size", "encoding_format", Dimensions];

    /// <summary>What was given last, with the models that are registered one by one.</summary>
    public static ModelsAndFlowsOptions Options(IServiceProvider services)
    {
        var given = services.GetServices<GivenFlows>().LastOrDefault()?.Options ?? new ModelsAndFlowsOptions();
        return given with { Models = [.. given.Models, .. services.GetServices<ModelProfile>()] };
    }

    public static ModelCatalog Models(IServiceProvider services)
    {
        var options = services.GetRequiredService<ModelsAndFlowsOptions>();
        return new(
            options.Models,
            services.GetServices<ModelProvider>(),
            options.Limits,
            services.GetService<TimeProvider>(),
            services.GetService<ILoggerFactory>());
    }

    public static OperatorRegistry Operators(Action<OperatorRegistry>? more)
    {
        var registry = new OperatorRegistry().AddDefaultOperators();
        more?.Invoke(registry);
        return registry;
    }

    public static FlowCatalogue Flows(IServiceProvider services)
    {
        var options = services.GetRequiredService<ModelsAndFlowsOptions>();

        // What is wrong with a model is told as the model's, not as the operator's that asks for it.
        services.GetRequiredService<ModelCatalog>();
        return FlowCatalogue.Build(services.GetRequiredService<OperatorRegistry>(), Definitions(options), options.Operators, Choice(options), services);
    }

    public static IEnumerable<string> Faults(ModelsAndFlowsOptions options, IEnumerable<ModelProvider> providers) =>
        [
            .. ModelCatalog.Check(options.Models, providers),
            .. FlowCatalogue
                .Check(Operators(null), Definitions(options), options.Operators, Choice(options))
                .Select(fault => (fault with { Excerpt = null }).ToString()),
        ];

    private static FlowCatalogueOptions Choice(ModelsAndFlowsOptions options) =>
        new() { EnabledFlows = options.EnabledFlows, DisabledFlows = options.DisabledFlows, OtherFlows = options.OtherFlows, Language = options.Language };

    private static IReadOnlyList<FlowDefinition> Definitions(ModelsAndFlowsOptions options)
    {
        var named = options.Flows.Select(flow => flow.Name).ToHashSet(StringComparer.Ordinal);
        var own = DefaultFlows.All.Where(flow => flow.Internal).Select(flow => flow.Name).ToHashSet(StringComparer.Ordinal);
        return [.. DefaultFlows.All.Where(flow => !named.Contains(flow.Name)), .. options.Flows.Select(Kept)];

        // What takes the place of an internal flow is no more for callers than that was.
        FlowDefinition Kept(FlowDefinition flow) => own.Contains(flow.Name) ? flow with { Internal = true } : flow;
    }

    /// <summary>The configured embedders as search knows them.</summary>
    public static EmbedderOptions? Embedders(ModelCatalog models, string? wanted)
    {
        ModelProfile[] profiles = [.. models.Profiles.Where(profile => profile.IsEmbedder)];
        return profiles.Length == 0 ? null : new EmbedderOptions { Embedders = [.. profiles.Select(profile => Embedder(models, profile))], Wanted = wanted };
    }

    private static ExternalEmbedder Embedder(ModelCatalog models, ModelProfile profile)
    {
        var name = profile.Name[(profile.Name.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var parameters = profile.Parameters.Where(parameter => !WithoutEffectOnVectors.Contains(parameter.Key, StringComparer.Ordinal))
            .ToDictionary(parameter => parameter.Key, parameter => parameter.Value.GetRawText(), StringComparer.Ordinal);
        int? dimensions = profile.Parameters.TryGetValue(Dimensions, out var value) && value.TryGetInt32(out var number) ? number : null;
        return new ExternalEmbedder(name, profile.Model, models.Embeddings(name), parameters, dimensions);
    }
}
