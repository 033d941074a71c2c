namespace Remanence.Configuration;

internal static class SettingNames
{
    public const string HttpHost = "http.host";
    public const string HttpPort = "http.port";
    public const string HttpMaxBodyMb = "http.max_body_mb";
    public const string HttpAllowUnauthenticated = "http.allow_unauthenticated";
    public const string HttpAllowedHosts = "http.allowed_hosts";
    public const string HttpKeepAlive = "http.timeout_keep_alive";
    public const string HttpConcurrency = "http.limit_concurrency";
    public const string DataPath = "data.path";
    public const string SearchMemoryMb = "search.memory_mb";
    public const string SearchEmbeddingModel = "search.embedding_model";
    public const string SearchRerankModel = "search.rerank_model";
    public const string JobsWorkers = "jobs.workers";
    public const string JobsQuietMs = "jobs.quiet_ms";
    public const string JobsBatchMessages = "jobs.batch_messages";
    public const string JobsMaxWaitMs = "jobs.max_wait_ms";
    public const string JobsMaxAttempts = "jobs.max_attempts";
    public const string ModelsCacheMb = "models.cache_mb";
    public const string ModelsBudget = "models.budget_usd_per_day";
    public const string WebhooksUrls = "webhooks.urls";
    public const string WebhooksSecret = "webhooks.secret";
    public const string ReMeErrors = "reme.errors";
    public const string LibraryPaths = "library.paths";
    public const string TelemetryOtlpEndpoint = "telemetry.otlp_endpoint";
    public const string McpTransport = "mcp.transport";
    public const string McpHost = "mcp.host";
    public const string McpPort = "mcp.port";
    public const string McpWorkspace = "mcp.workspace";
    public const string McpMaxSessions = "mcp.max_sessions";
    public const string McpSessionIdle = "mcp.session_idle_s";
    public const string ToolsWebSearchUrl = "tools.web_search_url";
    public const string ToolsDashScopeApiKey = "tools.dashscope_api_key";
    public const string ToolsDashScopeUrl = "tools.dashscope_url";
    public const string ToolsDashScopeModel = "tools.dashscope_model";
    public const string LogLevel = "log.level";

    /// <summary>Names the file itself, so it cannot stand in the file.</summary>
    public const string Config = "config";

    public const string ConfigVariable = "REMANENCE_CONFIG";
}
