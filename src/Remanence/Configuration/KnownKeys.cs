namespace Remanence.Configuration;

/// <summary>The top-level names besides the sections of settings, and the names below them.</summary>
internal static class KnownKeys
{
    public const string Flow = "flow";
    public const string Operator = "op";
    public const string Chat = "llm";
    public const string Embedding = "embedding_model";
    public const string Rerank = "rerank_model";
    public const string Speech = "speech_model";
    public const string VectorStore = "vector_store";
    public const string EnabledFlows = "enabled_flows";
    public const string DisabledFlows = "disabled_flows";
    public const string Language = "language";
    public const string ImportConfig = "import_config";
    public const string Backend = "backend";
    public const string Command = "cmd";
    public const string MemuProfiles = "llm_profiles";
    public const string ExternalMcp = "external_mcp";

    /// <summary>The kinds of models.</summary>
    public static IReadOnlyList<string> ModelKinds { get; } = [Chat, Embedding, Rerank, Speech];

    /// <summary>What may stand below a model's name.</summary>
    public static IReadOnlyList<string> ModelKeys { get; } =
    [
        "backend", "model_name", "base_url", "api_key", "timeout_s", "total_timeout_s", "max_retries", "max_concurrency", "input_price", "output_price", "params",
    ];

    /// <summary>What is used.</summary>
    public static IReadOnlyList<string> InUse { get; } =
        [Flow, Operator, Chat, Embedding, Rerank, Speech, VectorStore, EnabledFlows, DisabledFlows, Language, ImportConfig, Backend, Command, MemuProfiles, ExternalMcp];

    /// <summary>What ReMe's shape has and means nothing here; each is told as a warning.</summary>
    public static IReadOnlyList<string> Ignored { get; } =
        ["thread_pool_max_workers", "ray_max_workers", "enable_logo", "init_logger", "app_name", "working_dir"];

    /// <summary>Settings of one word, which a command line takes for settings although they have no dot.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. InUse, .. Ignored];
}
