using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Remanence.Models.Caching;
using Remanence.Models.Calls;
using Remanence.Models.Profiles;
using Remanence.Models.Reranking;
using Remanence.Models.Usage;

namespace Remanence.Models;

/// <summary>
/// The models of the configuration, by name: <c>Chat("fast")</c> is the profile <c>llm.fast</c>. Each has one client for as long as the catalogue lives, made
/// when it is first asked for, thread-safe, and disposed with the catalogue; callers do not dispose it. A call through it
/// <list type="bullet">
/// <item>ends within the profile's total time, tries transient failures again and honours how long the endpoint asks to wait;</item>
/// <item>waits for its turn where the endpoint has its limit of calls at a time, and fails at once while the endpoint is known to be down;</item>
/// <item>is counted, and refused over budget before anything is sent;</item>
/// <item>throws <see cref="ModelException"/> for every failure, and <see cref="OperationCanceledException"/> only when the caller cancelled.</item>
/// </list>
/// Thread-safe.
/// </summary>
public sealed class ModelCatalog : IDisposable
{
    private readonly Dictionary<string, ModelProvider> _providers;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Dictionary<string, EndpointGuard> _guards;
    private readonly Dictionary<string, OutcomePolicy> _outcomes;
    private readonly MeteringPolicy _metering;
    private readonly TelemetryPolicy _telemetry;
    private readonly LoggingPolicy _logging;
    private readonly ByteBoundedCache<CachedReply>? _replies;
    private readonly ByteBoundedCache<Embedding<float>>? _embeddings;
    private readonly ProfileClients<IChatClient> _chats;
    private readonly ProfileClients<IEmbeddingGenerator<string, Embedding<float>>> _embedders;
    private readonly ProfileClients<Reranker> _rerankers;
    private readonly ProfileClients<ISpeechToTextClient> _speech;

    /// <summary>Checks the profiles; connects to nothing.</summary>
    /// <param name="profiles">All profiles; none is fine.</param>
    /// <param name="providers">One for each backend.</param>
    /// <param name="options">Caches and budgets.</param>
    /// <param name="time">The clock; by default the system's.</param>
    /// <param name="loggers">Where calls are logged; by default nowhere.</param>
    /// <exception cref="ModelConfigurationException">Profiles are wrong; all faults at once.</exception>
    public ModelCatalog(
        IEnumerable<ModelProfile> profiles,
        IEnumerable<ModelProvider> providers,
        ModelCatalogOptions? options = null,
        TimeProvider? time = null,
        ILoggerFactory? loggers = null)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        ArgumentNullException.ThrowIfNull(providers);
        Profiles = [.. profiles];
        _providers = providers.ToDictionary(provider => provider.Backend, StringComparer.Ordinal);
        string[] faults = [.. ProfileRules.Faults(Profiles, _providers)];
        if (faults.Length > 0)
        {
            throw new ModelConfigurationException(faults);
        }

        options ??= new ModelCatalogOptions();
        _time = time ?? TimeProvider.System;
        _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger(typeof(ModelCatalog).FullName!);
        Usage = new UsageMeter(options.Budgets, _time, _logger);
        _metering = new MeteringPolicy(Usage);
        _telemetry = new TelemetryPolicy(_time);
        _logging = new LoggingPolicy(_logger, _time);
        _replies = options.ReplyCacheBytes > 0 ? new(options.ReplyCacheBytes) : null;
        _embeddings = options.EmbeddingCacheBytes > 0 ? new(options.EmbeddingCacheBytes) : null;
        _guards = Profiles.GroupBy(Endpoint, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new EndpointGuard(group.Min(profile => profile.MaxConcurrency), _time), StringComparer.Ordinal);
        _outcomes = Profiles.ToDictionary(profile => profile.Name, _ => new OutcomePolicy(), StringComparer.Ordinal);
        _chats = new(ProfileKinds.Chat, Profiles, MakeChat);
        _embedders = new(ProfileKinds.Embeddings, Profiles, MakeEmbeddings);
        _rerankers = new(ProfileKinds.Rerank, Profiles, profile => new ModelReranker(Provider(profile).CreateReranker(profile), profile, Pipeline(profile)));
        _speech = new(ProfileKinds.Speech, Profiles, MakeSpeech);
    }

    /// <summary>What is wrong with profiles; a catalogue of them would be refused.</summary>
    /// <param name="profiles">All profiles.</param>
    /// <param name="providers">One for each backend.</param>
    public static IReadOnlyList<string> Check(IEnumerable<ModelProfile> profiles, IEnumerable<ModelProvider> providers)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        ArgumentNullException.ThrowIfNull(providers);
        return [.. ProfileRules.Faults([.. profiles], providers.ToDictionary(provider => provider.Backend, StringComparer.Ordinal))];
    }

    /// <summary>All profiles.</summary>
    public IReadOnlyList<ModelProfile> Profiles { get; }

    /// <summary>What the calls came to.</summary>
    public UsageMeter Usage { get; }

    /// <summary>Whether there is a chat model of this name.</summary>
    /// <param name="name">The name below <c>llm</c>.</param>
    public bool HasChat(string name = "default") => _chats.Has(name);

    /// <summary>Whether there is an embedder of this name.</summary>
    /// <param name="name">The name below <c>embedding_model</c>.</param>
    public bool HasEmbeddings(string name = "default") => _embedders.Has(name);

    /// <summary>Whether there is a reranker of this name.</summary>
    /// <param name="name">The name below <c>rerank_model</c>.</param>
    public bool HasReranker(string name = "default") => _rerankers.Has(name);

    /// <summary>Whether there is a speech recogniser of this name.</summary>
    /// <param name="name">The name below <c>speech_model</c>.</param>
    public bool HasSpeech(string name = "default") => _speech.Has(name);

    /// <summary>The chat model of this name, if there is one.</summary>
    /// <param name="name">The name below <c>llm</c>.</param>
    /// <param name="client">It; owned by the catalogue.</param>
    public bool TryChat(string name, [NotNullWhen(true)] out IChatClient? client) => _chats.TryGet(name, out client);

    /// <summary>The chat model of this name; its <see cref="ModelProfile"/> is among its services.</summary>
    /// <param name="name">The name below <c>llm</c>.</param>
    /// <exception cref="ModelConfigurationException">There is none, or its backend has no chat.</exception>
    public IChatClient Chat(string name = "default") => _chats.Get(name);

    /// <summary>The embedder of this name.</summary>
    /// <param name="name">The name below <c>embedding_model</c>.</param>
    /// <exception cref="ModelConfigurationException">There is none, or its backend has no embeddings.</exception>
    public IEmbeddingGenerator<string, Embedding<float>> Embeddings(string name = "default") => _embedders.Get(name);

    /// <summary>The reranker of this name.</summary>
    /// <param name="name">The name below <c>rerank_model</c>.</param>
    /// <exception cref="ModelConfigurationException">There is none, or its backend has no reranking.</exception>
    public Reranker Reranker(string name = "default") => _rerankers.Get(name);

    /// <summary>The speech recogniser of this name.</summary>
    /// <param name="name">The name below <c>speech_model</c>.</param>
    /// <exception cref="ModelConfigurationException">There is none, or its backend has no speech recognition.</exception>
    public ISpeechToTextClient Speech(string name = "default") => _speech.Get(name);

    /// <summary>Whether the profile's endpoint is known to be down: its last calls got no answer, and the next ones fail at once. Asks nobody.</summary>
    /// <param name="profile">One of <see cref="Profiles"/>.</param>
    public bool IsDown(ModelProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return Guard(profile).IsDown;
    }

    /// <summary>How the last call by the profile ended, where that was no answer; null after an answer, and before the first call. Asks nobody.</summary>
    /// <param name="profile">One of <see cref="Profiles"/>.</param>
    public ModelFailure? LastFailure(ModelProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return _outcomes[profile.Name].LastFailure;
    }

    /// <summary>Disposes all clients.</summary>
    public void Dispose()
    {
        _chats.Dispose();
        _embedders.Dispose();
        _rerankers.Dispose();
        _speech.Dispose();
    }

    internal EndpointGuard Guard(ModelProfile profile) => _guards[Endpoint(profile)];

    private static string Endpoint(ModelProfile profile) => profile.BaseUrl?.AbsoluteUri.TrimEnd('/') ?? profile.Backend;

    private ModelProvider Provider(ModelProfile profile) => _providers[profile.Backend];

    private CallPipeline Pipeline(ModelProfile profile) =>
        new(_outcomes[profile.Name], _telemetry, _logging, _metering, new RetryPolicy(profile, _time, _logger), Guard(profile));

    private IChatClient MakeChat(ModelProfile profile)
    {
        var client = new ModelChatClient(Provider(profile).CreateChat(ProfileRules.ForProvider(profile)), profile, Pipeline(profile));
        return _replies is null ? client : new CachingChatClient(client, profile, _replies);
    }

    private IEmbeddingGenerator<string, Embedding<float>> MakeEmbeddings(ModelProfile profile)
    {
        var generator = new ModelEmbeddingGenerator(Provider(profile).CreateEmbeddings(profile), profile, Pipeline(profile));
        return _embeddings is null ? generator : new CachingEmbeddingGenerator(generator, profile, _embeddings);
    }

    private ModelSpeechToTextClient MakeSpeech(ModelProfile profile) =>
        new(Provider(profile).CreateSpeech(profile), profile, Pipeline(profile), Pipeline(profile with { MaxRetries = 0 }));
}
