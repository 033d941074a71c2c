using Remanence.Configuration.Binding;
using Remanence.Flows;
using Remanence.Models.Profiles;

namespace Remanence.Configuration;

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
        var tree = ConfigurationTree.Read(sources ?? new ConfigurationSources());
        var faults = new FaultList();
        var configuration = Bind(tree, faults);
        faults.ThrowIfAny();
        return configuration;
    }

    /// <summary>Where a value is written, such as <c>remanence.yaml line 3</c>; null when it is not.</summary>
    /// <param name="key">Its dotted name, such as <c>llm.default.params.seed</c>.</param>
    public string? OriginOf(string key) => Origins.GetValueOrDefault(key);

    /// <summary>The names of all values that are written below one.</summary>
    internal IEnumerable<string> KeysBelow(string key) => Origins.Keys.Where(name => name.StartsWith(key + ".", StringComparison.Ordinal));

    /// <summary>Whether a flow is offered.</summary>
    /// <param name="flow">Its name.</param>
    public bool Offers(string flow) =>
        EnabledFlows.Count > 0 ? EnabledFlows.Contains(flow, StringComparer.Ordinal) : !DisabledFlows.Contains(flow, StringComparer.Ordinal);

    /// <summary>Reads the tree; what is wrong with it is noted, and what is right is in the result.</summary>
    internal static RemanenceConfiguration Bind(ConfigurationTree tree, FaultList faults)
    {
        var warnings = tree.Warnings.ToList();
        KeyCheck.Run(tree.Root, faults, warnings);
        var root = new SectionReader(MemuProfiles.Translate(tree.Root, tree.Environment, faults, warnings), faults);
        var language = Languages.Read(root, KnownKeys.Language);
        var models = new ModelsBinder(root, tree.Environment, faults, warnings);
        var backend = ServiceBinder.Backend(root);
        return new RemanenceConfiguration
        {
            Backend = backend,
            Command = ServiceBinder.Command(root, backend, faults),
            VectorStores = new VectorStoresBinder(root, faults).Bind(),
            Flows = FlowsBinder.Bind(root),
            Operators = new OperatorsBinder(root, tree.WorkingFolder, language, faults).Bind(),
            ChatModels = models.Bind(KnownKeys.Chat, models.Endpoint("FLOW_LLM_BASE_URL", "FLOW_LLM_API_KEY")),
            EmbeddingModels = models.Bind(KnownKeys.Embedding, models.Endpoint("FLOW_EMBEDDING_BASE_URL", "FLOW_EMBEDDING_API_KEY")),
            RerankModels = models.Bind(KnownKeys.Rerank, null),
            SpeechModels = models.Bind(KnownKeys.Speech, null),
            ExternalMcpServers = new ExternalMcpBinder(root, tree.Environment, faults, warnings).Bind(),
            Language = language,
            EnabledFlows = root.List(KnownKeys.EnabledFlows),
            DisabledFlows = root.List(KnownKeys.DisabledFlows),
            Warnings = warnings,
            Origins = root.Map.All().Where(node => node.Path.Length > 0).DistinctBy(node => node.Path, StringComparer.Ordinal)
                .ToDictionary(node => node.Path, node => node.Origin.Where, StringComparer.Ordinal),
        };
    }
}
