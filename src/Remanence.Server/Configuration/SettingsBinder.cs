using System.Net;
using Remanence.Configuration;
using Remanence.Models.Profiles;
using Remanence.Tools.Web;

namespace Remanence.Server.Configuration;

/// <summary>The settings out of the tree, each with the range that it may have.</summary>
internal static class SettingsBinder
{
    private const int Day = 24 * 60 * 60;
    private const int Mebibytes = 1024 * 1024;

    public static RemanenceSettings Bind(SettingsReader reader, RemanenceConfiguration configuration)
    {
        var hostName = Chosen(reader, configuration, SettingNames.McpHost, SettingNames.HttpHost);
        var settings = new RemanenceSettings
        {
            HttpHost = reader.Address(hostName),
            HttpPort = reader.Integer(Chosen(reader, configuration, SettingNames.McpPort, SettingNames.HttpPort), 0, 65_535),
            HttpMaxBodyMb = reader.Integer(SettingNames.HttpMaxBodyMb, 1, 1024),
            HttpAllowUnauthenticated = reader.Flag(SettingNames.HttpAllowUnauthenticated),
            HttpAllowedHosts = reader.List(SettingNames.HttpAllowedHosts),
            HttpKeepAlive = TimeSpan.FromSeconds(reader.Integer(SettingNames.HttpKeepAlive, 1, Day)),
            HttpConcurrency = reader.Integer(SettingNames.HttpConcurrency, 0, 1_000_000),
            DataPath = reader.Text(SettingNames.DataPath),
            SearchMemoryMb = reader.Integer(SettingNames.SearchMemoryMb, 16, Mebibytes),
            SearchEmbeddingModel = reader.Model(SettingNames.SearchEmbeddingModel, KnownKeys.Embedding, Names(configuration.EmbeddingModels)) ?? EmbedderOfStore(configuration),
            SearchRerankModel = reader.Model(SettingNames.SearchRerankModel, KnownKeys.Rerank, Names(configuration.RerankModels)),
            JobsWorkers = reader.Integer(SettingNames.JobsWorkers, 0, 64),
            JobsQuiet = Milliseconds(reader, SettingNames.JobsQuietMs),
            JobsBatchMessages = reader.Integer(SettingNames.JobsBatchMessages, 1, 10_000),
            JobsMaxWait = Milliseconds(reader, SettingNames.JobsMaxWaitMs),
            JobsMaxAttempts = reader.Integer(SettingNames.JobsMaxAttempts, 1, 1000),
            ModelsCacheMb = reader.Integer(SettingNames.ModelsCacheMb, 0, Mebibytes),
            ModelsBudgetUsdPerDay = reader.Amount(SettingNames.ModelsBudget),
            WebhooksUrls = reader.Addresses(SettingNames.WebhooksUrls),
            WebhooksSecret = reader.OptionalText(SettingNames.WebhooksSecret),
            ReMeErrors = reader.Choice(SettingNames.ReMeErrors, ("success_false", FlowErrors.SuccessFalse), ("status", FlowErrors.Status)),
            LibraryPaths = reader.List(SettingNames.LibraryPaths),
            McpTransport = reader.Choice(SettingNames.McpTransport, ("stdio", McpTransport.Stdio), ("sse", McpTransport.Sse), ("http", McpTransport.Http)),
            McpWorkspace = reader.Text(SettingNames.McpWorkspace),
            McpMaxSessions = reader.Integer(SettingNames.McpMaxSessions, 1, 100_000),
            McpSessionIdle = TimeSpan.FromSeconds(reader.Integer(SettingNames.McpSessionIdle, 1, Day)),
            WebSearch = new WebSearchOptions
            {
                Url = reader.OptionalAddress(SettingNames.ToolsWebSearchUrl),
                DashScopeApiKey = reader.OptionalText(SettingNames.ToolsDashScopeApiKey) ?? reader.Variable("FLOW_DASHSCOPE_API_KEY"),
                DashScopeUrl = reader.OptionalAddress(SettingNames.ToolsDashScopeUrl) ?? new WebSearchOptions().DashScopeUrl,
                DashScopeModel = reader.Text(SettingNames.ToolsDashScopeModel),
            },
            TelemetryOtlpEndpoint = reader.OptionalAddress(SettingNames.TelemetryOtlpEndpoint),
            LogLevel = reader.Level(SettingNames.LogLevel),
            Configuration = configuration,
        };
        if (!IPAddress.IsLoopback(settings.HttpHost) && !settings.HttpAllowUnauthenticated)
        {
            reader.Refuse(
                hostName,
                "would let anyone who can connect read and change everything; use a loopback address such as 127.0.0.1, or set http.allow_unauthenticated=true.");
        }

        if (settings.JobsMaxWait < settings.JobsQuiet)
        {
            reader.Refuse(SettingNames.JobsMaxWaitMs, $"is less than {SettingNames.JobsQuietMs}; make it at least as long.");
        }

        CheckWebhooks(settings, reader);
        return settings;
    }

    // Where MCP listens stands in settings of its own, as in ReMe, when it is what is asked for.
    private static string Chosen(SettingsReader reader, RemanenceConfiguration configuration, string ofMcp, string otherwise) =>
        configuration.Backend == ServiceBackend.Mcp && reader.OptionalText(ofMcp) is not null ? ofMcp : otherwise;

    private static void CheckWebhooks(RemanenceSettings settings, SettingsReader reader)
    {
        if (settings.WebhooksUrls.Count > 0 && settings.WebhooksSecret is null)
        {
            reader.Refuse(SettingNames.WebhooksSecret, "is needed to sign what webhooks are sent; make one with: openssl rand -base64 24.");
        }
    }

    // ReMe names the embedder with the store.
    private static string? EmbedderOfStore(RemanenceConfiguration configuration) =>
        configuration.VectorStores.FirstOrDefault(store => store.Name == "default")?.EmbeddingModel is { } name
        && Names(configuration.EmbeddingModels).Contains($"{KnownKeys.Embedding}.{name}", StringComparer.Ordinal)
            ? name
            : null;

    private static TimeSpan Milliseconds(SettingsReader reader, string name) => TimeSpan.FromMilliseconds(reader.Integer(name, 0, Day * 1000));

    private static IEnumerable<string> Names(IReadOnlyList<ModelProfile> models) => models.Select(model => model.Name);
}
