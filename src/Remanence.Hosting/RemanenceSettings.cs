using System.Net;
using Microsoft.Extensions.Logging;
using Remanence.Configuration;
using Remanence.Tools.Web;

namespace Remanence.Hosting;

/// <summary>Everything that can be set about a server. Immutable.</summary>
public sealed record RemanenceSettings
{
    /// <summary>All settings that there are, and what may be said of each.</summary>
    public static SettingCatalogue Known => KnownSettings.Catalogue;

    /// <summary>The address to listen on.</summary>
    public IPAddress HttpHost { get; init; } = KnownSettings.HttpHost.DefaultValue;

    /// <summary>The port to listen on; 0: any free one.</summary>
    public int HttpPort { get; init; } = KnownSettings.HttpPort.DefaultValue;

    /// <summary>The largest request body in MiB.</summary>
    public int HttpMaxBodyMb { get; init; } = KnownSettings.HttpMaxBodyMb.DefaultValue;

    /// <summary>Whether an unauthenticated server may listen beyond loopback.</summary>
    public bool HttpAllowUnauthenticated { get; init; }

    /// <summary>Host names that requests may carry besides loopback names.</summary>
    public IReadOnlyList<string> HttpAllowedHosts { get; init; } = [];

    /// <summary>Origins of web pages that may use the server; <c>*</c>: any.</summary>
    public IReadOnlyList<string> HttpAllowedOrigins { get; init; } = [];

    /// <summary>How long an idle connection is kept.</summary>
    public TimeSpan HttpKeepAlive { get; init; } = KnownSettings.HttpKeepAlive.DefaultValue;

    /// <summary>How many connections are kept at once; 0: no limit.</summary>
    public int HttpConcurrency { get; init; }

    /// <summary>How long a connection is kept whose client takes nothing of what is sent to it.</summary>
    public TimeSpan HttpUnread { get; init; } = KnownSettings.HttpUnread.DefaultValue;

    /// <summary>How many answers without a set end are sent at once.</summary>
    public int HttpMaxStreams { get; init; } = KnownSettings.HttpMaxStreams.DefaultValue;

    /// <summary>How many of them one address has.</summary>
    public int HttpMaxStreamsPerClient { get; init; } = KnownSettings.HttpMaxStreamsPerClient.DefaultValue;

    /// <summary>The folder that holds the data.</summary>
    public string DataPath { get; init; } = KnownSettings.DataPath.DefaultValue;

    /// <summary>What all search indexes together may take, in MiB.</summary>
    public int SearchMemoryMb { get; init; } = KnownSettings.SearchMemoryMb.DefaultValue;

    /// <summary>The embedder for search, a name below <c>embedding_model</c>; null: the built-in one.</summary>
    public string? SearchEmbeddingModel { get; init; }

    /// <summary>The reranker for search, a name below <c>rerank_model</c>; null: none.</summary>
    public string? SearchRerankModel { get; init; }

    /// <summary>How many background jobs run at once; 0: none are run here.</summary>
    public int JobsWorkers { get; init; } = KnownSettings.JobsWorkers.DefaultValue;

    /// <summary>How long a session is quiet before its new messages are consolidated.</summary>
    public TimeSpan JobsQuiet { get; init; } = KnownSettings.JobsQuiet.DefaultValue;

    /// <summary>How many new messages of a session are consolidated without waiting for quiet.</summary>
    public int JobsBatchMessages { get; init; } = KnownSettings.JobsBatchMessages.DefaultValue;

    /// <summary>The longest that new messages wait for quiet.</summary>
    public TimeSpan JobsMaxWait { get; init; } = KnownSettings.JobsMaxWait.DefaultValue;

    /// <summary>How often a job is tried before it is given up.</summary>
    public int JobsMaxAttempts { get; init; } = KnownSettings.JobsMaxAttempts.DefaultValue;

    /// <summary>What replies and embeddings of models may take in memory, in MiB; 0: none are kept.</summary>
    public int ModelsCacheMb { get; init; } = KnownSettings.ModelsCacheMb.DefaultValue;

    /// <summary>What a workspace may spend on models a day, in US dollars; 0: no limit.</summary>
    public decimal ModelsBudgetUsdPerDay { get; init; }

    /// <summary>How many tokens a workspace may have models read and write a day; 0: no limit.</summary>
    public int ModelsBudgetTokensPerDay { get; init; }

    /// <summary>Where events are posted to.</summary>
    public IReadOnlyList<Uri> WebhooksUrls { get; init; } = [];

    /// <summary>The key that signs what is posted; null: nothing is signed. Never shown.</summary>
    public string? WebhooksSecret { get; init; }

    /// <summary>What a flow that failed answers over HTTP.</summary>
    public FlowErrors ReMeErrors { get; init; }

    /// <summary>The folders that libraries are loaded from and dumped to; empty: <c>docs/library</c> and the data folder's <c>library</c>.</summary>
    public IReadOnlyList<string> LibraryPaths { get; init; } = [];

    /// <summary>How the Model Context Protocol is spoken with <c>backend=mcp</c>; otherwise it is served over HTTP.</summary>
    public McpTransport McpTransport { get; init; }

    /// <summary>The workspace of MCP calls that name none.</summary>
    public string McpWorkspace { get; init; } = KnownSettings.McpWorkspace.DefaultValue;

    /// <summary>How many MCP sessions there are at once.</summary>
    public int McpMaxSessions { get; init; } = KnownSettings.McpMaxSessions.DefaultValue;

    /// <summary>How long an MCP session is kept that nobody uses.</summary>
    public TimeSpan McpSessionIdle { get; init; } = KnownSettings.McpSessionIdle.DefaultValue;

    /// <summary>Where the flow <c>react</c> searches the web.</summary>
    public WebSearchOptions WebSearch { get; init; } = new();

    /// <summary>Who talks where nobody is named; null: <c>user</c>.</summary>
    public string? ChatHumanName { get; init; }

    /// <summary>What the assistant is called.</summary>
    public string ChatAssistantName { get; init; } = KnownSettings.ChatAssistantName.DefaultValue;

    /// <summary>Whether a conversation on the terminal shows answers as they come; null: not said.</summary>
    public bool? ChatStream { get; init; }

    /// <summary>The OpenTelemetry collector; null: nothing is sent.</summary>
    public Uri? TelemetryOtlpEndpoint { get; init; }

    /// <summary>The least important log entries to write.</summary>
    public LogLevel LogLevel { get; init; } = KnownSettings.Level.DefaultValue;

    /// <summary>Whether log entries are written as JSON.</summary>
    public bool LogJson { get; init; }

    /// <summary>Flows, operators and models.</summary>
    public RemanenceConfiguration Configuration { get; init; } = new();

    /// <summary>The largest request body in bytes.</summary>
    public long MaxBodyBytes => HttpMaxBodyMb * 1024L * 1024L;

    /// <summary>The store's file in the data folder.</summary>
    public string StoreFile => Path.Combine(DataPath, "remanence.db");

    /// <summary>Reads the settings: arguments win over the environment, that over the file, that over what it imports, and that over the defaults.</summary>
    /// <param name="sources">Where they are read from.</param>
    /// <param name="check">Whatever else is wrong, told together with it, such as <see cref="EngineServices.Check"/>; null: that is told when the engine is
    /// made.</param>
    /// <exception cref="ConfigurationException">Something cannot be used; every fault is in it.</exception>
    public static RemanenceSettings Load(ConfigurationSources? sources = null, Func<ModelsAndFlowsOptions, IEnumerable<string>>? check = null)
    {
        var tree = ConfigurationTree.Read(sources ?? new ConfigurationSources(), Known);
        var configuration = RemanenceConfiguration.Bind(tree);
        var settings = SettingsBinder.Bind(tree, configuration);
        foreach (var fault in check?.Invoke(configuration.Written) ?? [])
        {
            tree.Refuse(fault);
        }

        tree.ThrowIfFaulty();
        return settings;
    }

    /// <summary>Where it listens and keeps its data: no secret must come into a log with the settings.</summary>
    public override string ToString() => $"{HttpHost}:{HttpPort}, {DataPath}";
}
