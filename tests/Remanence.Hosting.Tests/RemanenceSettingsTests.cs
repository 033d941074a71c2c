using System.Net;
using Microsoft.Extensions.Logging;
using Remanence.Configuration;
using Remanence.Hosting.Tests.Configuration;

namespace Remanence.Hosting.Tests;

public sealed class RemanenceSettingsTests : IDisposable
{
    private const string Models = "embedding_model.own: {base_url: http://x/, model_name: x}\nrerank_model.own: {backend: x, model_name: x}\n";

    private readonly ConfigurationFolder _folder = new();

    // Not in the settings themselves, but in what they hold of models and flows; other tests set them.
    private static readonly string[] OfModelsAndFlows =
        ["backend", "cmd.flow", "cmd.params", "language", "enabled_flows", "disabled_flows", "import_config", "privacy.never", "privacy.patterns"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nothing_set_gives_the_defaults()
    {
        var settings = Load();

        settings.HttpHost.ShouldBe(IPAddress.Loopback);
        settings.HttpPort.ShouldBe(8002);
        settings.HttpMaxBodyMb.ShouldBe(32);
        settings.DataPath.ShouldBe("./.remanence");
        settings.LogLevel.ShouldBe(LogLevel.Information);
        settings.SearchMemoryMb.ShouldBe(1024);
        settings.ShouldBe(
            new RemanenceSettings() with
            {
                HttpAllowedHosts = settings.HttpAllowedHosts,
                LibraryPaths = settings.LibraryPaths,
                WebhooksUrls = settings.WebhooksUrls,
                Configuration = settings.Configuration,
            });
        settings.Configuration.ChatModels.ShouldBeEmpty();
        settings.Configuration.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void An_argument_wins_over_the_environment_and_that_over_the_file()
    {
        Write("http:\n  port: 1\n  max_body_mb: 5\ndata.path: from-file\n");
        _folder.Environment["REMANENCE_HTTP_PORT"] = "2";
        _folder.Environment["REMANENCE_DATA_PATH"] = "from-environment";

        var settings = Load("http.port=3");

        settings.HttpPort.ShouldBe(3);
        settings.DataPath.ShouldBe("from-environment");
        settings.HttpMaxBodyMb.ShouldBe(5);
    }

    [Theory]
    [InlineData("config=other.yaml")]
    [InlineData("--config=other.yaml")]
    public void Another_file_can_be_named(string argument)
    {
        Write("http.port: 1");
        Write("http.port: 2", "other.yaml");

        Load(argument).HttpPort.ShouldBe(2);
        RemanenceSettings.Load(_folder.Sources() with { File = "other.yaml" }).HttpPort.ShouldBe(2);
        _folder.Environment["REMANENCE_CONFIG"] = "other.yaml";
        Load().HttpPort.ShouldBe(2);
    }

    [Fact]
    public void Mcp_listens_where_it_is_told_when_it_is_what_is_started()
    {
        var mcp = Load("backend=mcp", "mcp.host=127.0.0.7", "mcp.port=9001", "http.port=9000");
        (mcp.HttpHost.ToString(), mcp.HttpPort, mcp.McpTransport).ShouldBe(("127.0.0.7", 9001, McpTransport.Sse));
        Load("mcp.port=9001", "http.port=9000").HttpPort.ShouldBe(9000);
        Load("backend=mcp", "http.port=9000").HttpPort.ShouldBe(9000);
        Should.Throw<ConfigurationException>(() => Load("backend=mcp", "mcp.host=0.0.0.0")).Message.ShouldContain("mcp.host=0.0.0.0 would let anyone");
        Should.Throw<ConfigurationException>(() => Load("mcp.transport=pigeon")).Message.ShouldContain("must be stdio, sse or http");
    }

    [Fact]
    public void Every_setting_can_be_set_everywhere()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["http.host"] = "::1",
            ["http.port"] = "7",
            ["http.max_body_mb"] = "7",
            ["http.allow_unauthenticated"] = "true",
            ["http.allowed_hosts"] = "a,b",
            ["http.allowed_origins"] = "http://a,http://b",
            ["http.timeout_keep_alive"] = "7",
            ["http.limit_concurrency"] = "7",
            ["http.timeout_unread"] = "7",
            ["http.max_streams"] = "7",
            ["http.max_streams_per_client"] = "7",
            ["data.path"] = "elsewhere",
            ["search.memory_mb"] = "77",
            ["search.embedding_model"] = "own",
            ["search.rerank_model"] = "own",
            ["jobs.workers"] = "7",
            ["jobs.quiet_ms"] = "7",
            ["jobs.batch_messages"] = "7",
            ["jobs.max_wait_ms"] = "7",
            ["jobs.max_attempts"] = "7",
            ["models.cache_mb"] = "7",
            ["models.budget_usd_per_day"] = "0.7",
            ["models.budget_tokens_per_day"] = "7",
            ["webhooks.urls"] = "http://a/,http://b/",
            ["webhooks.secret"] = "seven times seven is 49",
            ["reme.errors"] = "status",
            ["library.paths"] = "here,there",
            ["mcp.transport"] = "http",
            ["mcp.host"] = "127.0.0.7",
            ["mcp.port"] = "7",
            ["mcp.workspace"] = "seven",
            ["mcp.max_sessions"] = "7",
            ["mcp.session_idle_s"] = "7",
            ["tools.web_search_url"] = "http://127.0.0.1:8888",
            ["tools.dashscope_api_key"] = "seven",
            ["tools.dashscope_url"] = "http://127.0.0.1:8889/v1",
            ["tools.dashscope_model"] = "seven",
            ["chat.human_name"] = "seven",
            ["chat.assistant_name"] = "seven",
            ["chat.stream"] = "false",
            ["telemetry.otlp_endpoint"] = "http://127.0.0.1:4318",
            ["log.level"] = "error",
            ["log.format"] = "json",
        };
        values
            .Keys.Concat(OfModelsAndFlows)
            .Order(StringComparer.Ordinal)
            .ShouldBe(RemanenceSettings.Known.Settings.Select(setting => setting.Name).Order(StringComparer.Ordinal));
        Write(Models);
        var defaults = Load();

        var arguments = Load([.. values.Select(value => $"{value.Key}={value.Value}")]);
        foreach (var (name, value) in values)
        {
            _folder.Environment[RemanenceSettings.Known.Settings.Single(setting => setting.Name == name).Variable!] = value;
        }

        var environment = Load();
        _folder.Environment.Clear();
        Write(Models + string.Join('\n', values.Select(value => $"{value.Key}: \"{value.Value}\"")));
        var file = Load();

        foreach (
            var member in typeof(RemanenceSettings).GetProperties().Where(member => member.CanWrite && member.PropertyType != typeof(RemanenceConfiguration)))
        {
            (Shown(member.GetValue(arguments)) == Shown(member.GetValue(defaults))).ShouldBeFalse(member.Name);
            Shown(member.GetValue(environment)).ShouldBe(Shown(member.GetValue(arguments)));
            Shown(member.GetValue(file)).ShouldBe(Shown(member.GetValue(arguments)));
        }
    }

    [Theory]
    [InlineData("http.prot=1", "argument: \"http.prot\" is not a setting; did you mean http.port?")]
    [InlineData("nonsense.of.its.own=1", "the settings are http.host, http.port")]
    [InlineData("http.port", "a setting is written name=value")]
    [InlineData("http.port=x", "argument: http.port must be a whole number from 0 to 65535, not \"x\".")]
    [InlineData("http.port=65536", "from 0 to 65535")]
    [InlineData("http.port=", "not \"\"")]
    [InlineData("http.max_body_mb=0", "from 1 to 1024")]
    [InlineData("http.allow_unauthenticated=perhaps", "must be true or false")]
    [InlineData("log.level=loud", "must be trace, debug")]
    [InlineData("reme.errors=never", "reme.errors must be success_false or status, not \"never\".")]
    [InlineData("http.host=1", "must be an IP address")]
    [InlineData("http.host=example.com", "must be an IP address")]
    [InlineData("data.path=", "must not be empty")]
    [InlineData("config=", "name a file")]
    [InlineData("config=missing.yaml", "missing.yaml: cannot be read")]
    public void A_wrong_argument_is_explained_in_one_line(string argument, string expected)
    {
        var wrong = Should.Throw<ConfigurationException>(() => Load(argument));

        wrong.Message.ShouldContain(expected);
        wrong.Message.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("http:\n  port: 1\n  prot: 2\n", 3, "remanence.yaml line 3: \"http.prot\" is not a setting; did you mean http.port?")]
    [InlineData("log:\n  level: loud\n", 2, "remanence.yaml line 2: log.level must be")]
    [InlineData("http.port: 1\nhttp:\n  port: 2\n", 3, "is set twice")]
    [InlineData("http:\n  port: [1, {a: 2}]\n", 2, "http.port must be a whole number from 0 to 65535, not a list.")]
    [InlineData("http: [\n", 2, "not valid YAML")]
    [InlineData("- http.port\n", 1, "must hold names and values")]
    [InlineData("http.port: 1\n---\nhttp.port: 2\n", null, "several YAML documents")]
    public void A_wrong_file_is_explained_with_its_line(string yaml, int? line, string expected)
    {
        Write(yaml);

        var wrong = Should.Throw<ConfigurationException>(() => Load());

        wrong.Message.ShouldContain(expected);
        var fault = wrong.Faults.ShouldHaveSingleItem();
        fault.Line.ShouldBe(line);
        fault.File.ShouldBe("remanence.yaml");
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    public void An_empty_file_sets_nothing(string yaml)
    {
        Write(yaml);

        Load().HttpPort.ShouldBe(8002);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("192.168.0.7")]
    public void Beyond_loopback_it_must_be_said_that_anyone_may(string host)
    {
        var refused = Should.Throw<ConfigurationException>(() => Load($"http.host={host}"));
        refused.Message.ShouldContain("http.allow_unauthenticated=true");
        refused.Message.ShouldNotContain("\n");
        refused.Faults.ShouldHaveSingleItem().Key.ShouldBe("http.host");

        Load($"http.host={host}", "http.allow_unauthenticated=true").HttpHost.ShouldBe(IPAddress.Parse(host));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1.2.3")]
    [InlineData("::1")]
    [InlineData("[::1]")]
    [InlineData("localhost")]
    public void Loopback_is_loopback_however_it_is_written(string host) => IPAddress.IsLoopback(Load($"http.host={host}").HttpHost).ShouldBeTrue();

    [Theory]
    [InlineData(
        "search.embedding_model=mine",
        "argument: search.embedding_model names \"mine\", which does not stand below embedding_model; write it there, or leave this out.")]
    [InlineData("search.rerank_model=default", "does not stand below rerank_model")]
    [InlineData("jobs.workers=65", "from 0 to 64")]
    [InlineData("jobs.batch_messages=0", "from 1 to 10000")]
    [InlineData("models.budget_usd_per_day=-1", "must be an amount from 0 to 1000000, such as 0.15, not \"-1\".")]
    [InlineData("webhooks.urls=https://a/,ftp://b/sesame", "must be addresses such as https://example.com/hook, not what it is (not shown).")]
    [InlineData("webhooks.secret={\"sesame\":1}", "argument: \"webhooks.secret.sesame\" is not a setting")]
    [InlineData("webhooks.secret=[\"sesame\"]", "argument: webhooks.secret must be a text, not a list.")]
    [InlineData("data.path=[1,2]", "argument: data.path must be a text, not a list.")]
    [InlineData("mcp.workspace=../x", "argument: mcp.workspace=../x is no name of a workspace")]
    [InlineData("mcp.workspace=a b", "is no name of a workspace")]
    [InlineData("http.allowed_hosts=fine.example,a b:80", "argument: http.allowed_hosts=fine.example,a b:80 holds \"a b:80\", which is no host name")]
    [InlineData("http.allowed_hosts=fine.example:8002", "which is no host name; write names without a port")]
    [InlineData("http.allowed_hosts=https://fine.example", "which is no host name")]
    [InlineData("http.allowed_origins=fine.example", "holds \"fine.example\", which is no origin; write scheme, host and port")]
    [InlineData("http.allowed_origins=https://fine.example/app", "which is no origin")]
    [InlineData("http.allowed_origins=https://fine.example,https://b.example/", "holds \"https://b.example/\"")]
    [InlineData("http.allowed_origins=https://me@fine.example", "which is no origin")]
    [InlineData("library.paths=docs,/dev/zero", "argument: library.paths=docs,/dev/zero holds \"/dev/zero\", which is no folder")]
    [InlineData("library.paths=/etc/passwd", "which is no folder, or lies in none")]
    [InlineData("library.paths=/etc/passwd/below/it", "which is no folder, or lies in none")]
    [InlineData("telemetry.otlp_endpoint=http://127.0.0.1:0", "argument: telemetry.otlp_endpoint must be an address such as http://127.0.0.1:4318")]
    [InlineData("telemetry.otlp_endpoint=http://ann:sesame@127.0.0.1:4318", "telemetry.otlp_endpoint must be without a user name and a password in it")]
    [InlineData("tools.web_search_url=http://sesame@127.0.0.1/", "tools.web_search_url must be without a user name")]
    [InlineData("llm.default.base_url=http://127.0.0.1:0/v1", "llm.default.base_url must be an address")]
    [InlineData("tools.dashscope_api_key=sk ann", "argument: tools.dashscope_api_key must be characters that a header can carry")]
    public void A_newer_setting_is_held_to_its_range(string argument, string expected) =>
        Should.Throw<ConfigurationException>(() => Load(argument)).Faults.ShouldHaveSingleItem().Message.ShouldContain(expected);

    [Theory]
    [InlineData("mcp.workspace=team:one")]
    [InlineData("http.allowed_hosts=memory.example.com,10.0.0.7,[::1],bücher.example")]
    [InlineData("http.allowed_hosts=*")]
    [InlineData("http.allowed_origins=https://fine.example,http://localhost:5173,http://[::1]:3000,null")]
    [InlineData("http.allowed_origins=*")]
    [InlineData("library.paths=not/there/yet,.")]
    [InlineData("tools.dashscope_api_key=sk-0123")]
    public void What_can_be_used_is_taken(string argument) => Should.NotThrow(() => Load(argument));

    [Theory]
    [InlineData("webhooks.secret begins with whsec_", "http://host/?sesame", "whsec_%sesame")]
    [InlineData("webhooks.secret begins with whsec_", "http://host/?sesame", "whsec_")]
    [InlineData("webhooks.secret begins with whsec_", "", "whsec_sesame!")]
    [InlineData("webhooks.secret begins with whsec_", "", "whsec_c2VzYW1l")]
    [InlineData("webhooks.secret is shorter than 16 bytes", "http://host/", "sesame sesame")]
    [InlineData("webhooks.secret is needed", "http://host/?sesame", " ")]
    [InlineData("webhooks.urls must be without a user name", "http://host/,http://ann:sesame@host/", "0123456789abcdef")]
    public void What_cannot_sign_or_be_sent_to_is_told_without_its_value(string expected, string urls, string secret)
    {
        var wrong = Should.Throw<ConfigurationException>(() => Load($"webhooks.urls={urls}", $"webhooks.secret={secret}"));
        wrong.Faults.ShouldHaveSingleItem().Message.ShouldContain(expected);
        wrong.ToString().ShouldNotContain("sesame");
    }

    [Fact]
    public void Faults_of_settings_models_and_flows_are_told_together()
    {
        Write("http:\n  port: x\nllm.default.max_retries: y\nflow.a: {}\n");

        var wrong = Should.Throw<ConfigurationException>(() => Load("log.level=loud"));

        wrong.Faults.Select(fault => fault.Key).ShouldBe(["flow.a.flow_content", "llm.default.max_retries", "http.port", "log.level"]);
        wrong.Message.Split('\n').Length.ShouldBe(4);
    }

    [Fact]
    public void The_secret_is_read_and_never_printed()
    {
        var settings = Load("webhooks.secret=sesame and sesame");

        settings.WebhooksSecret.ShouldBe("sesame and sesame");
        settings.ToString().ShouldNotContain("sesame");
    }

    [Fact]
    public void The_key_for_searching_the_web_may_stand_in_remes_variable()
    {
        Load().WebSearch.DashScopeApiKey.ShouldBeNull();
        _folder.Environment["FLOW_DASHSCOPE_API_KEY"] = "sesame";

        Load().WebSearch.DashScopeApiKey.ShouldBe("sesame");
        Load("tools.dashscope_api_key=own").WebSearch.DashScopeApiKey.ShouldBe("own");
        Load().WebSearch.ToString().ShouldNotContain("sesame");
    }

    [Fact]
    public void Models_come_with_the_settings()
    {
        Write("llm.default: {base_url: 'http://x/', model_name: m}\nenable_logo: true\nlog:\ndata.path: null\n");

        var settings = Load("log.level=none");

        settings.Configuration.ChatModels.ShouldHaveSingleItem().Name.ShouldBe("llm.default");
        settings.Configuration.Warnings.ShouldHaveSingleItem().ShouldContain("enable_logo");
        settings.LogLevel.ShouldBe(LogLevel.None);
        settings.DataPath.ShouldBe("./.remanence");
    }

    private static string? Shown(object? value) =>
        value is System.Collections.IEnumerable list and not string ? string.Join(',', list.Cast<object>()) : value?.ToString();

    private RemanenceSettings Load(params string[] overrides) => RemanenceSettings.Load(_folder.Sources(overrides));

    private void Write(string yaml, string name = "remanence.yaml") => _folder.Write(yaml, name);
}
