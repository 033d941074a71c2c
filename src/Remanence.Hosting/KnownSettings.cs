using System.Net;
using Microsoft.Extensions.Logging;
using Remanence.Configuration;
using Remanence.Configuration.Tree;
using Remanence.Hosting.Sections;
using Remanence.Jobs;
using Remanence.Mcp;
using Remanence.Privacy;
using Remanence.Search;

namespace Remanence.Hosting;

/// <summary>Every setting of Remanence, declared once, in the order in which they are explained. Those of named entries stand with what binds them.</summary>
internal static class KnownSettings
{
    private static readonly List<Setting> Declared = [];
    private static readonly JobOptions Jobs = new();

    public static Setting<IPAddress> HttpHost { get; } =
        Add(Settings.ListenAddress("http.host", IPAddress.Loopback, "The address to listen on; beyond loopback only with http.allow_unauthenticated=true."));

    public static Setting<int> HttpPort { get; } = Add(Settings.WholeNumber("http.port", 8002, 0, 65_535, "The port to listen on; 0 takes any free one."));

    public static Setting<int> HttpMaxBodyMb { get; } =
        Add(Settings.WholeNumber("http.max_body_mb", 32, 1, 1024, "The largest request body, and the longest line of an import, in MiB.", "MiB"));

    public static Setting<bool> HttpAllowUnauthenticated { get; } = Add(Settings.Flag(
        "http.allow_unauthenticated", false, "Whether to listen beyond loopback although anyone who can connect may read and change everything."));

    public static Setting<IReadOnlyList<string>> HttpAllowedHosts { get; } = Add(Settings.List(
        "http.allowed_hosts", "Host names that requests may carry besides this machine's own names, separated by commas; * for any."));

    public static Setting<IReadOnlyList<string>> HttpAllowedOrigins { get; } = Add(Settings.List(
        "http.allowed_origins", "Web pages that may use the server, by their origins, such as https://app.example.com, separated by commas; * for any."));

    public static Setting<TimeSpan> HttpKeepAlive { get; } =
        Add(Settings.Duration("http.timeout_keep_alive", 130, 1, milliseconds: false, "How many seconds an idle connection is kept."));

    public static Setting<int> HttpConcurrency { get; } =
        Add(
            Settings.WholeNumber(
                "http.limit_concurrency", 0, 0, 1_000_000, "How many connections are kept at once; more are closed. 0: as many as files may be open."));

    public static Setting<TimeSpan> HttpUnread { get; } =
        Add(
            Settings.Duration(
                "http.timeout_unread",
                30,
                1,
                milliseconds: false,
                "How many seconds a connection is kept whose client takes nothing of what is sent to it; then it is cut."));

    public static Setting<int> HttpMaxStreams { get; } =
        Add(
            Settings.WholeNumber(
                "http.max_streams",
                1000,
                1,
                1_000_000,
                "How many answers that have no set end (changes as events, exports), or go over a stream of the older MCP transport, are under way at "
                + "once; one more is refused with 503."));

    public static Setting<int> HttpMaxStreamsPerClient { get; } = Add(Settings.WholeNumber(
        "http.max_streams_per_client", 100, 1, 1_000_000, "How many of them one address has; a further one is refused with 429."));

    public static Setting<string> DataPath { get; } = Add(Settings.Text("data.path", "./.remanence", "The folder that holds the data."));

    public static Setting<int> SearchMemoryMb { get; } =
        Add(
            Settings.WholeNumber(
                "search.memory_mb",
                new SearchOptions().MemoryMegabytes,
                16,
                1024 * 1024,
                "What all search indexes together may take, in MiB, before the least used are dropped; they are rebuilt when asked for.",
                "MiB"));

    public static Setting<string?> SearchEmbeddingModel { get; } =
        Add(
            Settings.OptionalText(
                "search.embedding_model",
                "The embedder for search, a name below embedding_model; without, vector_store.default.embedding_model, which is default, and where there "
                + "is none the built-in one."));

    public static Setting<string?> SearchRerankModel { get; } =
        Add(Settings.OptionalText("search.rerank_model", "The reranker for search, a name below rerank_model; none without."));

    public static Setting<int> JobsWorkers { get; } =
        Add(Settings.WholeNumber("jobs.workers", Jobs.Workers, 0, 64, "How many background jobs run at once; 0 runs none."));

    public static Setting<TimeSpan> JobsQuiet { get; } =
        Add(
            Settings.Duration(
                "jobs.quiet_ms",
                (int)Jobs.Quiet.TotalMilliseconds,
                0,
                milliseconds: true,
                "How long a session is quiet before its new messages are consolidated, in milliseconds."));

    public static Setting<int> JobsBatchMessages { get; } = Add(Settings.WholeNumber(
        "jobs.batch_messages", Jobs.BatchMessages, 1, 10_000, "How many new messages of a session are consolidated without waiting for quiet."));

    public static Setting<TimeSpan> JobsMaxWait { get; } =
        Add(
            Settings.Duration(
                "jobs.max_wait_ms",
                (int)Jobs.MaxWait.TotalMilliseconds,
                0,
                milliseconds: true,
                "The longest that new messages wait for quiet, in milliseconds; not less than jobs.quiet_ms."));

    public static Setting<int> JobsMaxAttempts { get; } =
        Add(Settings.WholeNumber("jobs.max_attempts", Jobs.MaxAttempts, 1, 1000, "How often a job is tried before it is given up."));

    public static Setting<int> ModelsCacheMb { get; } = Add(Settings.WholeNumber(
        "models.cache_mb", 64, 0, 1024 * 1024, "What replies and embeddings of models may take in memory, in MiB; 0 keeps none.", "MiB"));

    public static Setting<decimal?> ModelsBudget { get; } =
        Add(Settings.Amount("models.budget_usd_per_day", 0, "What a workspace may spend on models a day, in US dollars; 0: no limit."));

    public static Setting<int> ModelsBudgetTokens { get; } = Add(Settings.WholeNumber(
        "models.budget_tokens_per_day", 0, 0, int.MaxValue, "How many tokens a workspace may have models read and write a day; 0: no limit."));

    public static Setting<IReadOnlyList<Uri>> WebhooksUrls { get; } =
        Add(Settings.Addresses("webhooks.urls", "https://example.com/hook", "Where events are posted to, separated by commas."));

    public static Setting<string?> WebhooksSecret { get; } = Add(Settings.OptionalText("webhooks.secret", "The key that signs what is posted; never shown."));

    public static Setting<FlowErrors> ReMeErrors { get; } = Add(Settings.Choice(
        "reme.errors",
        "success_false",
        "What a flow that failed answers over HTTP: success_false (status 200, as ReMe's clients expect) or status (a problem document).",
        [("success_false", FlowErrors.SuccessFalse), ("status", FlowErrors.Status)]));

    public static Setting<IReadOnlyList<string>> LibraryPaths { get; } =
        Add(
            Settings.List(
                "library.paths",
                "The folders that libraries are loaded from and dumped to, separated by commas; without, the current directory (not what lies below it), "
                + "docs/library and the data folder's library."));

    public static Setting<McpTransport> McpTransport { get; } = Add(Settings.Choice(
        "mcp.transport",
        "sse",
        "With backend=mcp, how it is spoken: stdio, or over HTTP, where the address of sse or http is shown and both are served.",
        [("stdio", Hosting.McpTransport.Stdio), ("sse", Hosting.McpTransport.Sse), ("http", Hosting.McpTransport.Http)]));

    public static Setting<IPAddress?> McpHost { get; } =
        Add(Settings.OptionalListenAddress("mcp.host", "With backend=mcp, the address to listen on; http.host without."));

    public static Setting<int?> McpPort { get; } =
        Add(Settings.OptionalWholeNumber("mcp.port", 0, 65_535, "With backend=mcp, the port to listen on; http.port without."));

    public static Setting<string> McpWorkspace { get; } =
        Add(Settings.Text("mcp.workspace", new MemoryMcpOptions().Workspace, "The workspace of MCP calls that name none."));

    public static Setting<int> McpMaxSessions { get; } = Add(Settings.WholeNumber(
        "mcp.max_sessions", 1000, 1, 100_000, "How many MCP sessions there are at once; a further one ends the one that has been idle the longest."));

    public static Setting<TimeSpan> McpSessionIdle { get; } =
        Add(Settings.Duration("mcp.session_idle_s", 3600, 1, milliseconds: false, "How many seconds an MCP session is kept that nobody uses."));

    public static Setting<Uri?> ToolsWebSearchUrl { get; } =
        Add(
            Settings.Address(
                "tools.web_search_url",
                string.Empty,
                "http://127.0.0.1:8888/search",
                "A search page with SearXNG's JSON, such as http://127.0.0.1:8888/search, as the tool web_search of the flow react; without a path, "
                + "/search is meant."));

    public static Setting<string?> ToolsDashScopeApiKey { get; } = Add(Settings.Key(
        "tools.dashscope_api_key", "DashScope's key, for its web search as the tool web_search; FLOW_DASHSCOPE_API_KEY without. Never shown."));

    public static Setting<Uri?> ToolsDashScopeUrl { get; } =
        Add(
            Settings.Address(
                "tools.dashscope_url",
                "https://dashscope.aliyuncs.com/compatible-mode/v1",
                "https://dashscope.aliyuncs.com/compatible-mode/v1",
                "DashScope's OpenAI-compatible endpoint, for its web search."));

    public static Setting<string> ToolsDashScopeModel { get; } =
        Add(Settings.Text("tools.dashscope_model", "qwen-plus", "The model of DashScope that searches the web."));

    public static Setting<Uri?> TelemetryOtlpEndpoint { get; } = Add(Settings.Address(
        "telemetry.otlp_endpoint",
        string.Empty,
        "http://127.0.0.1:4318",
        "The OpenTelemetry collector to send metrics and spans to, such as http://127.0.0.1:4318; nothing is sent without one."));

    public static Setting<LogLevel> Level { get; } = Add(Settings.Choice(
        "log.level",
        "information",
        "The least important log entries to write.",
        [
            ("trace", LogLevel.Trace), ("debug", LogLevel.Debug), ("information", LogLevel.Information), ("warning", LogLevel.Warning),
            ("error", LogLevel.Error),
            ("critical", LogLevel.Critical), ("none", LogLevel.None),
        ],
        [("info", LogLevel.Information)]));

    public static Setting<bool> LogJson { get; } = Add(Settings.Choice(
        "log.format", "text", "How log entries are written: as a line of text, or as a line of JSON.", [("text", false), ("json", true)]));

    public static Setting<ServiceBackend?> Backend { get; } = Add(Settings.Choice<ServiceBackend?>(
        "backend",
        string.Empty,
        "What serve runs: the server (http, and without it), the server at mcp.host and mcp.port (mcp), or one flow (cmd).",
        [("http", ServiceBackend.Http), ("mcp", ServiceBackend.Mcp), ("cmd", ServiceBackend.Cmd)]));

    public static Setting<string?> CommandFlow { get; } = Add(Settings.OptionalText("cmd.flow", "The flow that backend=cmd runs: a name, or an expression."));

    public static Setting<IReadOnlyDictionary<string, ConfigurationNode>> CommandParameters { get; } =
        Add(Settings.Members("cmd.params", "What the flow of backend=cmd is given."));

    public static Setting<string?> ChatHumanName { get; } = Add(Settings.OptionalText(
        "chat.human_name",
        "Who talks where nobody is named: the user of remanence chat, and of MemoryScope's operations over HTTP; user without."));

    public static Setting<string> ChatAssistantName { get; } = Add(Settings.Text("chat.assistant_name", "AI", "What the assistant is called."));

    public static Setting<bool?> ChatStream { get; } = Add(Settings.Choice<bool?>(
        "chat.stream",
        string.Empty,
        "Whether remanence chat shows answers as they come; as --no-stream says without.",
        [("true", true), ("false", false)]));

    public static Setting<string?> Language { get; } = Add(PromptLanguageSetting.Setting("language", "The language of prompts; empty to follow the input."));

    public static Setting<IReadOnlyList<string>> EnabledFlows { get; } = Add(Settings.List("enabled_flows", "The only flows that are offered; all without."));

    public static Setting<IReadOnlyList<string>> DisabledFlows { get; } =
        Add(Settings.List("disabled_flows", "Flows that are not offered, where enabled_flows is not set."));

    public static Setting<IReadOnlyList<string>> PrivacyNever { get; } = Add(PrivacyBinder.NeverOf("privacy.never", new PrivacyRules().Never));

    public static Setting<IReadOnlyList<ConfigurationNode>> PrivacyPatterns { get; } = Add(PrivacyBinder.PatternsOf("privacy.patterns"));

    /// <summary>What ReMe's shape has and means nothing here.</summary>
    private static IEnumerable<Setting> Ignored { get; } =
        new[] { "thread_pool_max_workers", "ray_max_workers", "enable_logo", "init_logger", "app_name", "working_dir" }.Select(name => Settings.Ignored(name));

    /// <summary>What ReMe's guides of several versions call the settings of its servers.</summary>
    private static IEnumerable<Setting> OtherNames { get; } =
    [
        Settings.OtherName("http_service.host", HttpHost),
        Settings.OtherName("http_service.port", HttpPort),
        Settings.OtherName("http_service.timeout_keep_alive", HttpKeepAlive),
        Settings.OtherName("http_service.limit_concurrency", HttpConcurrency),
        Settings.OtherName("mcp_service.transport", McpTransport),
        Settings.OtherName("mcp_service.host", McpHost),
        Settings.OtherName("mcp_service.port", McpPort),
        Settings.OtherName("mcp_transport", McpTransport),
        Settings.OtherName("mcp_host", McpHost),
        Settings.OtherName("mcp_port", McpPort),
    ];

    /// <summary>All of them.</summary>
    public static SettingCatalogue Catalogue { get; } =
        new(
            [.. Declared, .. OtherNames, .. Ignored],
            [
                .. ModelsBinder.Sections,
                OperatorsBinder.Section, FlowsBinder.Section, VectorStoresBinder.Section, ExternalMcpBinder.Section, PrivacyBinder.Workspaces,
                MemuProfiles.Section,
            ],
            MemoryScopeSettings.Foreign);

    private static T Add<T>(T setting)
        where T : Setting
    {
        Declared.Add(setting);
        return setting;
    }
}
