using System.Net;
using Remanence.Configuration;
using Remanence.Diagnostics;
using Remanence.Events.Webhooks;
using Remanence.Hosting.Sections;
using Remanence.Models.Profiles;
using Remanence.Services.Rules;
using Remanence.Tools.Web;

namespace Remanence.Hosting;

/// <summary>The settings out of the tree, and what must hold between them.</summary>
internal static class SettingsBinder
{
    private const string Default = "default";

    private static readonly Setting<string?> DashScopeVariable = Settings.Key("FLOW_DASHSCOPE_API_KEY", "DashScope's key.");

    public static RemanenceSettings Bind(ConfigurationTree tree, RemanenceConfiguration configuration)
    {
        var root = tree.Root;
        var forMcp = configuration.Backend == ServiceBackend.Mcp;
        var (mcpHost, mcpPort) = (root.Get(KnownSettings.McpHost), root.Get(KnownSettings.McpPort));
        var settings = new RemanenceSettings
        {
            // Where MCP listens stands in settings of its own, as in ReMe, when it is what is asked for.
            HttpHost = (forMcp ? mcpHost : null) ?? root.Get(KnownSettings.HttpHost),
            HttpPort = (forMcp ? mcpPort : null) ?? root.Get(KnownSettings.HttpPort),
            HttpMaxBodyMb = root.Get(KnownSettings.HttpMaxBodyMb),
            HttpAllowUnauthenticated = root.Get(KnownSettings.HttpAllowUnauthenticated),
            HttpAllowedHosts = root.Get(KnownSettings.HttpAllowedHosts),
            HttpAllowedOrigins = root.Get(KnownSettings.HttpAllowedOrigins),
            HttpKeepAlive = root.Get(KnownSettings.HttpKeepAlive),
            HttpConcurrency = root.Get(KnownSettings.HttpConcurrency),
            HttpUnread = root.Get(KnownSettings.HttpUnread),
            HttpMaxStreams = root.Get(KnownSettings.HttpMaxStreams),
            HttpMaxStreamsPerClient = root.Get(KnownSettings.HttpMaxStreamsPerClient),
            DataPath = root.Get(KnownSettings.DataPath),
            SearchMemoryMb = root.Get(KnownSettings.SearchMemoryMb),
            SearchEmbeddingModel =
                Model(root, KnownSettings.SearchEmbeddingModel, ModelsBinder.Embedding, configuration.EmbeddingModels) ?? EmbedderOfStore(configuration),
            SearchRerankModel = Model(root, KnownSettings.SearchRerankModel, ModelsBinder.Rerank, configuration.RerankModels),
            JobsWorkers = root.Get(KnownSettings.JobsWorkers),
            JobsQuiet = root.Get(KnownSettings.JobsQuiet),
            JobsBatchMessages = root.Get(KnownSettings.JobsBatchMessages),
            JobsMaxWait = root.Get(KnownSettings.JobsMaxWait),
            JobsMaxAttempts = root.Get(KnownSettings.JobsMaxAttempts),
            ModelsCacheMb = root.Get(KnownSettings.ModelsCacheMb),
            ModelsBudgetUsdPerDay = root.Get(KnownSettings.ModelsBudget) ?? 0,
            ModelsBudgetTokensPerDay = root.Get(KnownSettings.ModelsBudgetTokens),
            WebhooksUrls = root.Get(KnownSettings.WebhooksUrls),
            WebhooksSecret = root.Get(KnownSettings.WebhooksSecret),
            ReMeErrors = root.Get(KnownSettings.ReMeErrors),
            LibraryPaths = root.Get(KnownSettings.LibraryPaths),
            McpTransport = root.Get(KnownSettings.McpTransport),
            McpWorkspace = root.Get(KnownSettings.McpWorkspace),
            McpMaxSessions = root.Get(KnownSettings.McpMaxSessions),
            McpSessionIdle = root.Get(KnownSettings.McpSessionIdle),
            WebSearch = new WebSearchOptions
            {
                Url = root.Get(KnownSettings.ToolsWebSearchUrl),
                DashScopeApiKey = root.Get(KnownSettings.ToolsDashScopeApiKey) ?? tree.Variable(DashScopeVariable),
                DashScopeUrl = root.Get(KnownSettings.ToolsDashScopeUrl) ?? KnownSettings.ToolsDashScopeUrl.DefaultValue!,
                DashScopeModel = root.Get(KnownSettings.ToolsDashScopeModel),
            },
            ChatHumanName = root.Get(KnownSettings.ChatHumanName),
            ChatAssistantName = root.Get(KnownSettings.ChatAssistantName),
            ChatStream = root.Get(KnownSettings.ChatStream),
            TelemetryOtlpEndpoint = root.Get(KnownSettings.TelemetryOtlpEndpoint),
            LogLevel = root.Get(KnownSettings.Level),
            LogJson = root.Get(KnownSettings.LogJson),
            Configuration = configuration,
        };
        if (!IPAddress.IsLoopback(settings.HttpHost) && !settings.HttpAllowUnauthenticated)
        {
            root.RefuseValue(
                forMcp && mcpHost is not null ? (Setting)KnownSettings.McpHost : KnownSettings.HttpHost,
                "would let anyone who can connect read and change everything; use a loopback address such as 127.0.0.1, or set "
                + "http.allow_unauthenticated=true.");
        }

        if (settings.JobsMaxWait < settings.JobsQuiet)
        {
            root.RefuseValue(KnownSettings.JobsMaxWait, $"is less than {KnownSettings.JobsQuiet.Name}; make it at least as long.");
        }

        CheckWebhooks(root, settings);
        CheckNames(root, settings);
        return settings with { Configuration = configuration with { Warnings = [.. configuration.Warnings, .. Unused(settings)] } };
    }

    // What would be refused, or never met, each time it is used.
    private static void CheckNames(SettingReader root, RemanenceSettings settings)
    {
        try
        {
            RequestRules.CheckWorkspace(settings.McpWorkspace);
        }
        catch (InvalidRequestException)
        {
            root.RefuseValue(KnownSettings.McpWorkspace, "is no name of a workspace: use letters, digits and - _ . : @ + ~, not beginning with a dot.");
        }

        if (settings.HttpAllowedHosts.FirstOrDefault(host => host != "*" && Uri.CheckHostName(host.Trim('[', ']')) == UriHostNameType.Unknown) is { } wrong)
        {
            root.RefuseValue(
                KnownSettings.HttpAllowedHosts,
                $"holds {Printable.Show(wrong)}, which is no host name; write names without a port, such as memory.example.com, or * for any.");
        }

        if (settings.HttpAllowedOrigins.FirstOrDefault(origin => !IsOrigin(origin)) is { } page)
        {
            root.RefuseValue(
                KnownSettings.HttpAllowedOrigins,
                $"holds {Printable.Show(page)}, which is no origin; write scheme, host and port as browsers send them, such as https://app.example.com, or "
                + $"* for any.");
        }

        if (settings.LibraryPaths.FirstOrDefault(IsNoFolder) is { } file)
        {
            root.RefuseValue(KnownSettings.LibraryPaths, $"holds {Printable.Show(file)}, which is no folder, or lies in none; name folders.");
        }
    }

    // A page that lies in a file has the origin null.
    private static bool IsOrigin(string text) =>
        text is "*" or "null"
        || (
            Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Host.Length > 0
            && text.EndsWith(uri.Authority, StringComparison.OrdinalIgnoreCase)
            && !text.Contains('@', StringComparison.Ordinal));

    // One that is not there yet is made when something is dumped.
    private static bool IsNoFolder(string path)
    {
        try
        {
            for (var at = Path.GetFullPath(path); at is not null; at = Path.GetDirectoryName(at))
            {
                if (Path.Exists(at))
                {
                    return !Directory.Exists(at);
                }
            }

            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static void CheckWebhooks(SettingReader root, RemanenceSettings settings)
    {
        if (settings.WebhooksUrls.Any(url => url.UserInfo.Length > 0))
        {
            root.RefuseValue(KnownSettings.WebhooksUrls, "must be without a user name in them; what is sent is signed with webhooks.secret.");
        }

        if (settings.WebhooksUrls.Count > 0 && string.IsNullOrWhiteSpace(settings.WebhooksSecret))
        {
            root.RefuseValue(KnownSettings.WebhooksSecret, "is needed to sign what webhooks are sent; make one with: openssl rand -base64 24.");
        }
        else if (settings.WebhooksSecret is { } secret && !WebhookOptions.IsSecret(secret))
        {
            root.RefuseValue(
                KnownSettings.WebhooksSecret,
                secret.StartsWith("whsec_", StringComparison.Ordinal)
                    ? $"begins with whsec_, behind which base64 of at least {WebhookOptions.LeastKeyBytes} bytes must stand; make one with: openssl rand "
                        + $"-base64 24."
                    : $"is shorter than {WebhookOptions.LeastKeyBytes} bytes and would be guessed; make one with: openssl rand -base64 24.");
        }
    }

    private static string? Model(SettingReader root, Setting<string?> setting, SettingSection section, IReadOnlyList<ModelProfile> models)
    {
        root.CheckReference(setting, section, Names(models));
        return root.Get(setting);
    }

    // ReMe names the embedder with the store, and its store names default where nobody says another.
    private static string? EmbedderOfStore(RemanenceConfiguration configuration)
    {
        var name = configuration.VectorStores.FirstOrDefault(store => store.Name == Default)?.EmbeddingModel ?? Default;
        return Names(configuration.EmbeddingModels).Contains(name, StringComparer.Ordinal) ? name : null;
    }

    // What is paid for or started for nothing, or not there.
    private static IEnumerable<string> Unused(RemanenceSettings settings)
    {
        var configuration = settings.Configuration;
        string?[] asked = [Default, .. configuration.Operators.Select(one => one.Llm)];
        return new[]
        {
            Unused(configuration.ChatModels, asked, "no operator names it as its llm"),
            Unused(configuration.EmbeddingModels, [settings.SearchEmbeddingModel], "search.embedding_model names the embedder that memories are embedded with"),
            Unused(configuration.RerankModels, [settings.SearchRerankModel], "search.rerank_model names the reranker"),
        }.OfType<string>().Concat(settings.LibraryPaths.Where(path => !Path.Exists(path)).Select(path =>
            $"library.paths holds {Printable.Show(path)}, which is not there: nothing can be loaded from it, and the first dump makes it."));
    }

    private static string? Unused(IReadOnlyList<ModelProfile> models, IReadOnlyList<string?> used, string why)
    {
        var idle = models.Where((_, i) => !used.Contains(Names(models)[i], StringComparer.Ordinal)).Select(model => model.Name).ToList();
        return idle.Count == 0 ? null : $"{Printable.Line(string.Join(", ", idle))} {(idle.Count == 1 ? "is" : "are")} not used: {why}.";
    }

    private static IReadOnlyList<string> Names(IReadOnlyList<ModelProfile> models) =>
        [.. models.Select(model => model.Name[(model.Name.IndexOf('.', StringComparison.Ordinal) + 1)..])];
}
