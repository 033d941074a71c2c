namespace Remanence.Configuration;

/// <summary>The settings of a single value.</summary>
internal static class KnownSettings
{
    /// <summary>All of them, in the order in which they are explained.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new(SettingNames.HttpHost, "127.0.0.1", "The address to listen on."),
        new(SettingNames.HttpPort, "8002", "The port to listen on; 0 takes any free one."),
        new(SettingNames.HttpMaxBodyMb, "32", "The largest request body, and the longest line of an import, in MiB."),
        new(SettingNames.HttpAllowUnauthenticated, "false", "Whether to listen beyond loopback although anyone who can connect may read and change everything."),
        new(SettingNames.HttpAllowedHosts, string.Empty, "Host names that requests may carry besides this machine's loopback names, separated by commas; * for any."),
        new(SettingNames.HttpKeepAlive, "130", "How many seconds an idle connection is kept."),
        new(SettingNames.HttpConcurrency, "0", "How many connections are kept at once; more are closed. 0: no limit."),
        new(SettingNames.DataPath, "./.remanence", "The folder that holds the data."),
        new(SettingNames.SearchMemoryMb, "1024", "What all search indexes together may take, in MiB, before the least used are dropped; they are rebuilt when asked for."),
        new(SettingNames.SearchEmbeddingModel, string.Empty, "The embedder for search, a name below embedding_model; the built-in one without."),
        new(SettingNames.SearchRerankModel, string.Empty, "The reranker for search, a name below rerank_model."),
        new(SettingNames.JobsWorkers, "2", "How many background jobs run at once; 0 runs none."),
        new(SettingNames.JobsQuietMs, "2000", "How long a session is quiet before its new messages are consolidated, in milliseconds."),
        new(SettingNames.JobsBatchMessages, "50", "How many new messages of a session are consolidated without waiting for quiet."),
        new(SettingNames.JobsMaxWaitMs, "30000", "The longest that new messages wait for quiet, in milliseconds."),
        new(SettingNames.JobsMaxAttempts, "5", "How often a job is tried before it is given up."),
        new(SettingNames.ModelsCacheMb, "64", "What replies and embeddings of models may take in memory, in MiB; 0 keeps none."),
        new(SettingNames.ModelsBudget, "0", "What a workspace may spend on models a day, in US dollars; 0: no limit."),
        new(SettingNames.WebhooksUrls, string.Empty, "Where events are posted to, separated by commas."),
        new(SettingNames.WebhooksSecret, string.Empty, "The key that signs what is posted; never shown."),
        new(SettingNames.ReMeErrors, "success_false", "What a flow that failed answers over HTTP: success_false (status 200, as ReMe's clients expect) or status (a problem document)."),
        new(SettingNames.LibraryPaths, string.Empty, "The folders that libraries are loaded from and dumped to, separated by commas; docs/library and the data folder's library without."),
        new(SettingNames.McpTransport, "sse", "With backend=mcp, how it is spoken: stdio, or over HTTP, where the address of sse or http is shown and both are served."),
        new(SettingNames.McpHost, string.Empty, "With backend=mcp, the address to listen on; http.host without."),
        new(SettingNames.McpPort, string.Empty, "With backend=mcp, the port to listen on; http.port without."),
        new(SettingNames.McpWorkspace, "default", "The workspace of MCP calls that name none."),
        new(SettingNames.McpMaxSessions, "1000", "How many MCP sessions there are at once; a further one ends the one that has been idle the longest."),
        new(SettingNames.McpSessionIdle, "3600", "How many seconds an MCP session is kept that nobody uses."),
        new(SettingNames.ToolsWebSearchUrl, string.Empty, "A search page with SearXNG's JSON, such as http://127.0.0.1:8888/search, as the tool web_search of the flow react."),
        new(SettingNames.ToolsDashScopeApiKey, string.Empty, "DashScope's key, for its web search as the tool web_search; FLOW_DASHSCOPE_API_KEY without. Never shown."),
        new(SettingNames.ToolsDashScopeUrl, "https://dashscope.aliyuncs.com/compatible-mode/v1", "DashScope's OpenAI-compatible endpoint, for its web search."),
        new(SettingNames.ToolsDashScopeModel, "qwen-plus", "The model of DashScope that searches the web."),
        new(SettingNames.TelemetryOtlpEndpoint, string.Empty, "The OpenTelemetry collector to send metrics and spans to, such as http://127.0.0.1:4318; nothing is sent without one."),
        new(SettingNames.LogLevel, "information", "The least important log entries to write: trace, debug, information, warning, error, critical or none."),
    ];

    private static readonly HashSet<string> Names = All.Select(setting => setting.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>The names before the dot.</summary>
    public static IReadOnlySet<string> Sections { get; } = All.Select(setting => setting.Name.Split('.')[0]).ToHashSet(StringComparer.Ordinal);

    public static bool Contains(string name) => Names.Contains(name);

    public static Setting Get(string name) => All.First(setting => setting.Name == name);
}
