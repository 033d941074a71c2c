using Remanence.Compat.ReMe.Routes;
using Remanence.Configuration;
using Remanence.Flows;
using Remanence.Hosting.Sections;
using Remanence.Mcp.External;
using Remanence.Models.Profiles;
using Remanence.Privacy;

namespace Remanence.Hosting;

/// <summary>Flows, operators and models as a configuration in ReMe's shape names them; <c>docs/configuration.md</c> explains it. Immutable.</summary>
public sealed record RemanenceConfiguration
{
    private IReadOnlyDictionary<string, string> Origins { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The flows below <c>flow</c>, in the order in which they are written.</summary>
    public IReadOnlyList<FlowDefinition> Flows { get; init; } = [];

    /// <summary>The operators below <c>op</c>.</summary>
    public IReadOnlyList<OperatorConfiguration> Operators { get; init; } = [];

    /// <summary>The models below <c>llm</c>; empty where none is configured, and then none is called.</summary>
    public IReadOnlyList<ModelProfile> ChatModels { get; init; } = [];

    /// <summary>The models below <c>embedding_model</c>; empty: the built-in one serves.</summary>
    public IReadOnlyList<ModelProfile> EmbeddingModels { get; init; } = [];

    /// <summary>The models below <c>rerank_model</c>.</summary>
    public IReadOnlyList<ModelProfile> RerankModels { get; init; } = [];

    /// <summary>The models below <c>speech_model</c>.</summary>
    public IReadOnlyList<ModelProfile> SpeechModels { get; init; } = [];

    /// <summary>What the program runs; null: not said, and then it is the server.</summary>
    public ServiceBackend? Backend { get; init; }

    /// <summary>What <c>backend=cmd</c> runs; null: nothing is named.</summary>
    public CommandFlow? Command { get; init; }

    /// <summary>The stores below <c>vector_store</c>.</summary>
    public IReadOnlyList<VectorStoreProfile> VectorStores { get; init; } = [];

    /// <summary>The servers below <c>external_mcp</c>, whose tools the flow <c>react</c> has.</summary>
    public IReadOnlyList<ExternalMcpServer> ExternalMcpServers { get; init; } = [];

    /// <summary>What is not remembered, below <c>privacy</c>.</summary>
    public PrivacyOptions Privacy { get; init; } = new();

    /// <summary>The language of prompts, en or zh; null: that of the input.</summary>
    public string? Language { get; init; }

    /// <summary>The only flows that are offered; empty: all.</summary>
    public IReadOnlyList<string> EnabledFlows { get; init; } = [];

    /// <summary>Flows that are not offered, unless <see cref="EnabledFlows"/> says which are.</summary>
    public IReadOnlyList<string> DisabledFlows { get; init; } = [];

    /// <summary>What was read and has no effect, one line each. To be told once, at the start.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Reads a configuration: imported files are the weakest source, then the chosen file, the environment, and the arguments.</summary>
    /// <param name="sources">Where it is read from.</param>
    /// <exception cref="ConfigurationException">It cannot be used; every fault is in it.</exception>
    public static RemanenceConfiguration Load(ConfigurationSources? sources = null)
    {
        var tree = ConfigurationTree.Read(sources ?? new ConfigurationSources(), KnownSettings.Catalogue);
        var configuration = Bind(tree);
        tree.ThrowIfFaulty();
        return configuration;
    }

    /// <summary>Where a value is written, such as <c>remanence.yaml line 3</c>; null when it is not.</summary>
    /// <param name="key">Its dotted name, such as <c>llm.default.params.seed</c>.</param>
    public string? OriginOf(string key) => Origins.GetValueOrDefault(key);

    /// <summary>The models and flows as the engine takes them.</summary>
    public ModelsAndFlowsOptions ModelsAndFlows => new()
    {
        Models = [.. ChatModels, .. EmbeddingModels, .. RerankModels, .. SpeechModels],
        Flows = Flows,
        Operators = Operators,
        EnabledFlows = EnabledFlows,
        DisabledFlows = DisabledFlows,
        OtherFlows = FlowEndpoints.Operations,
        Language = Language,
    };

    /// <summary>The models and flows as they are written, with those models that cannot be used, so that everything about them can be checked.</summary>
    internal ModelsAndFlowsOptions Written => ModelsAndFlows with { Models = [.. ModelsAndFlows.Models, .. Faulty] };

    private IReadOnlyList<ModelProfile> Faulty { get; init; } = [];

    /// <summary>Reads the tree; what is wrong with it is noted, and what is right is in the result.</summary>
    internal static RemanenceConfiguration Bind(ConfigurationTree tree)
    {
        MemuProfiles.Imply(tree);
        var root = tree.Root;
        var language = root.Get(KnownSettings.Language);
        var models = new ModelsBinder(tree);
        var backend = root.Get(KnownSettings.Backend);
        return new RemanenceConfiguration
        {
            Backend = backend,
            Command = ServiceBinder.Command(root, backend),
            VectorStores = VectorStoresBinder.Bind(root),
            Flows = FlowsBinder.Bind(root),
            Operators = new OperatorsBinder(tree, language).Bind(),
            // After the operators: some models are there because an operator names them.
            ChatModels = models.Bind(ModelsBinder.Chat, FlowEndpoint.Chat),
            EmbeddingModels = models.Bind(ModelsBinder.Embedding, FlowEndpoint.Embedding),
            RerankModels = models.Bind(ModelsBinder.Rerank, null),
            SpeechModels = models.Bind(ModelsBinder.Speech, null),
            ExternalMcpServers = new ExternalMcpBinder(tree).Bind(),
            Faulty = models.Faulty,
            Privacy = PrivacyBinder.Bind(root, KnownSettings.PrivacyNever, KnownSettings.PrivacyPatterns),
            Language = language,
            EnabledFlows = root.Get(KnownSettings.EnabledFlows),
            DisabledFlows = root.Get(KnownSettings.DisabledFlows),
            Warnings = [.. tree.Warnings],
            Origins = tree.Origins,
        };
    }
}
