using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Remanence.Configuration;
using Remanence.Embeddings;
using Remanence.Flows;
using Remanence.Flows.Operators;
using Remanence.Models;
using Remanence.Models.Profiles;
using Remanence.PersonalMemory.Operators;
using Remanence.TaskMemory.Operators;

namespace Remanence.DependencyInjection;

/// <summary>Puts together what a configuration names.</summary>
internal static class ModelsAndFlows
{
    private const string Dimensions = "dimensions";

    // They change how often the endpoint is called, not what it answers.
    private static readonly string[] WithoutEffectOnVectors = ["max_batch_size", "encoding_format", Dimensions];

    public static ModelCatalog Models(IServiceProvider services, RemanenceConfiguration configuration, ModelCatalogOptions? options)
    {
        try
        {
            return new ModelCatalog(
                [.. configuration.ChatModels, .. configuration.EmbeddingModels, .. configuration.RerankModels, .. configuration.SpeechModels],
                services.GetServices<ModelProvider>(),
                options,
                services.GetService<TimeProvider>(),
                services.GetService<ILoggerFactory>());
        }
        catch (ModelConfigurationException exception)
        {
            throw new ModelConfigurationException([.. exception.Faults.Select(fault => Place(fault, configuration) + fault)], exception);
        }
    }

    public static OperatorRegistry Operators(Action<OperatorRegistry>? more)
    {
        var registry = new OperatorRegistry()
            .AddTaskMemory()
            .AddPersonalMemory();
        more?.Invoke(registry);
        return registry;
    }

    public static FlowCatalogue Flows(IServiceProvider services, RemanenceConfiguration configuration)
    {
        // What is wrong with a model is told as the model's, not as the operator's that asks for it.
        services.GetRequiredService<ModelCatalog>();
        var named = configuration.Flows.Select(flow => flow.Name).ToHashSet(StringComparer.Ordinal);
        var own = DefaultFlows.All.Where(flow => flow.Internal).Select(flow => flow.Name).ToHashSet(StringComparer.Ordinal);
        var options = new FlowCatalogueOptions
        {
            EnabledFlows = configuration.EnabledFlows,
            DisabledFlows = configuration.DisabledFlows,
            Language = configuration.Language,
        };
        return FlowCatalogue.Build(
            services.GetRequiredService<OperatorRegistry>(), [.. DefaultFlows.All.Where(flow => !named.Contains(flow.Name)), .. configuration.Flows.Select(Kept)], configuration.Operators, options, services);

        // What takes the place of an internal flow is no more for callers than that was.
        FlowDefinition Kept(FlowDefinition flow) => own.Contains(flow.Name) ? flow with { Internal = true } : flow;
    }

    /// <summary>The configured embedders as search knows them.</summary>
    public static EmbedderOptions? Embedders(ModelCatalog models, RemanenceConfiguration configuration, string? wanted) => configuration.EmbeddingModels.Count == 0
        ? null
        : new EmbedderOptions { Embedders = [.. configuration.EmbeddingModels.Select(profile => Embedder(models, profile))], Wanted = wanted };

    private static ExternalEmbedder Embedder(ModelCatalog models, ModelProfile profile)
    {
        var name = profile.Name[(profile.Name.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var parameters = profile.Parameters.Where(parameter => !WithoutEffectOnVectors.Contains(parameter.Key, StringComparer.Ordinal))
            .ToDictionary(parameter => parameter.Key, parameter => parameter.Value.GetRawText(), StringComparer.Ordinal);
        int? dimensions = profile.Parameters.TryGetValue(Dimensions, out var value) && value.TryGetInt32(out var number) ? number : null;
        return new ExternalEmbedder(name, profile.Model, models.Embeddings(name), parameters, dimensions);
    }

    // The catalogue names the profile, and quotes what is wrong with it.
    private static string Place(string fault, RemanenceConfiguration configuration)
    {
        var profile = fault[..Math.Max(0, fault.IndexOf(':', StringComparison.Ordinal))];
        var key = ((string[])[.. configuration.KeysBelow(profile).Where(key => fault.Contains($"\"{key[(key.LastIndexOf('.') + 1)..]}\"", StringComparison.Ordinal)), profile])[0];
        return (configuration.OriginOf(key) ?? configuration.OriginOf(profile)) is { } origin ? origin + ": " : string.Empty;
    }
}
