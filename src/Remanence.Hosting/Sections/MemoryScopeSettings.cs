using Remanence.Configuration;
using Remanence.Configuration.Tree;

namespace Remanence.Hosting.Sections;

/// <summary>
/// MemoryScope's configuration: the arguments of its command line, which are environment variables, too, and its file with <c>global</c>, <c>memory_chat</c>,
/// <c>memory_service</c>, <c>worker</c>, <c>model</c>, <c>memory_store</c> and <c>monitor</c>.
/// </summary>
internal static class MemoryScopeSettings
{
    private const string Generation = "generation_model";
    private const string Embedding = "embedding_model";

    private static readonly string[] Flags =
    [
        "human_name", "assistant_name", "chat_stream", "memory_chat_class", "consolidate_memory_interval_time", "reflect_and_reconsolidate_interval_time",
        "worker_params", "generation_backend", Generation, "generation_params", "embedding_backend", Embedding, "embedding_params", "rank_backend",
        "rank_model", "rank_params", "es_index_name", "es_url", "retrieve_mode", "enable_ranker", "enable_today_contra_repeat", "enable_long_contra_repeat",
        "output_memory_max_count",
    ];

    private static readonly string[] Parts = ["global", "memory_chat", "memory_service", "worker", "model", "memory_store", "monitor"];

    public static ForeignSettings Foreign { get; } = new([.. Flags, .. Parts], [.. Flags, "language"], Translate);

    private static void Translate(SettingTranslation said)
    {
        // What stands at the top, in arguments and variables, wins over the parts of a file.
        Switches(said, name => said.Take(name));
        Model(said, "generation", ModelsBinder.Chat.Name, said.Take(Generation));
        Model(said, "rank", ModelsBinder.Rerank.Name, said.Take("rank_model"));

        // As a map it is a section of settings.
        var embedder = said.Source.Children.TryGetValue(Embedding, out var node) && node.Kind == NodeKind.Value ? said.Take(Embedding) : null;
        Model(said, "embedding", ModelsBinder.Embedding.Name, embedder);
        foreach (var (worker, parameters) in said.Take("worker_params")?.Children ?? Nothing)
        {
            MemoryScopeWorkers.Parameters(said, worker, parameters);
        }

        said.Take("memory_chat_class");
        Store(said, said.Take("es_url") ?? said.Take("es_index_name"));
        said.Take("es_index_name");
        said.Take("retrieve_mode");
        File(said);
    }

    private static IReadOnlyDictionary<string, ConfigurationNode> Nothing { get; } = new Dictionary<string, ConfigurationNode>(StringComparer.Ordinal);

    private static void File(SettingTranslation said)
    {
        if (said.Take("global") is { } global)
        {
            Switches(said, name => global.Children.TryGetValue(name, out var node) && !node.IsNull ? node : null);
            if (global.Children.TryGetValue("language", out var language))
            {
                said.Say("language", language);
            }
        }

        foreach (var (name, model) in said.Take("model")?.Children ?? Nothing)
        {
            MemoryScopeModels.Entry(said, name, model);
        }

        if (said.Take("memory_service")?.Children.Values.FirstOrDefault() is { } service)
        {
            MemoryScopeService.Translate(said, service);
        }

        if (said.Take("memory_chat")?.Children.Values.FirstOrDefault()?.Children.GetValueOrDefault("stream") is { IsNull: false } stream)
        {
            said.Say("chat.stream", stream);
        }

        foreach (var (name, worker) in said.Take("worker")?.Children ?? Nothing)
        {
            MemoryScopeWorkers.Entry(said, name, worker);
        }

        Store(said, said.Take("memory_store"));
        said.Take("monitor");
    }

    // Of the same names on the command line and below global.
    private static void Switches(SettingTranslation said, Func<string, ConfigurationNode?> find)
    {
        Say("human_name", "chat.human_name");
        Say("assistant_name", "chat.assistant_name");
        Say("chat_stream", "chat.stream");
        Say("enable_today_contra_repeat", "op.contra_repeat.params.enable_contra_repeat");
        Say("enable_long_contra_repeat", "op.long_contra_repeat.params.enable_long_contra_repeat");
        Say("output_memory_max_count", "op.fuse_rerank.params.output_memory_max_count");
        if (find("enable_ranker") is { } ranker)
        {
            var isOn = string.Equals(ranker.Text, "true", StringComparison.OrdinalIgnoreCase);
            said.Say("search.rerank_model", ranker, isOn ? MemoryScopeModels.Default : string.Empty);
        }

        if (find("consolidate_memory_interval_time") is { } seconds)
        {
            MemoryScopeService.Interval(said, seconds);
        }

        if (find("reflect_and_reconsolidate_interval_time") is { } reflection)
        {
            said.Warn(reflection, MemoryScopeService.ReflectionHasNoInterval);
        }

        void Say(string name, string setting)
        {
            if (find(name) is { } node)
            {
                said.Say(setting, node);
            }
        }
    }

    private static void Model(SettingTranslation said, string kind, string section, ConfigurationNode? model)
    {
        if (said.Take(kind + "_backend") is { } backend)
        {
            said.Say($"{section}.{MemoryScopeModels.Default}.backend", backend);
        }

        if (model is not null)
        {
            said.Say($"{section}.{MemoryScopeModels.Default}.{ModelsBinder.ModelName.Name}", model);
        }

        foreach (var (name, value) in said.Take(kind + "_params")?.Children ?? Nothing)
        {
            MemoryScopeModels.Parameter(said, section, MemoryScopeModels.Default, name, value);
        }
    }

    private static void Store(SettingTranslation said, ConfigurationNode? store)
    {
        if (store is not null)
        {
            said.Warn(store, "has no meaning here and is ignored: memories are kept in a SQLite file below data.path, not in Elasticsearch.");
        }
    }
}
