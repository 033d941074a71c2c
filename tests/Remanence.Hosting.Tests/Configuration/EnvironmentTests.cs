namespace Remanence.Hosting.Tests.Configuration;

public sealed class EnvironmentTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Variables_reach_the_default_model_and_every_model_that_is_named()
    {
        _folder.Write("llm.my-fast.model_name: small");
        _folder.Environment["REMANENCE_LLM_DEFAULT_MODEL_NAME"] = "big";
        _folder.Environment["REMANENCE_LLM_DEFAULT_BASE_URL"] = "http://127.0.0.1:1/v1";
        _folder.Environment["REMANENCE_LLM_MY_FAST_API_KEY"] = "k";
        _folder.Environment["REMANENCE_LLM_DEFAULT_TIMEOUT_S"] = "2.5";
        _folder.Environment["REMANENCE_LANGUAGE"] = "cn";
        _folder.Environment["REMANENCE_ENABLED_FLOWS"] = "a, b";

        var configuration = _folder.Load();

        configuration.ChatModels.Select(model => $"{model.Name} {model.Model} {model.BaseUrl} {model.ApiKey} {model.Timeout}")
            .ShouldBe(["llm.my-fast small  k 00:01:00", "llm.default big http://127.0.0.1:1/v1  00:00:02.5000000"]);
        configuration.Language.ShouldBe("zh");
        configuration.EnabledFlows.ShouldBe(["a", "b"]);
        configuration.OriginOf("llm.my-fast.api_key").ShouldBe("environment variable REMANENCE_LLM_MY_FAST_API_KEY");
    }

    [Fact]
    public void A_variable_that_may_mean_two_models_is_refused()
    {
        _folder.Write("llm: {a-b: {model_name: x}, a_b: {model_name: y}}");
        _folder.Environment["REMANENCE_LLM_A_B_API_KEY"] = "k";

        _folder
            .Fault()
            .ShouldBe(
                "environment variable REMANENCE_LLM_A_B_API_KEY: may mean llm.a-b.api_key or llm.a_b.api_key; unset it and write the one that is meant "
                + "into the file.");
    }

    [Fact]
    public void Remes_variables_serve_models_that_name_no_endpoint()
    {
        _folder.Write(
            "llm: {default: {model_name: m}, own: {model_name: m, base_url: 'http://elsewhere/v1'}, claude: {backend: anthropic, model_name: "
            + "m}}\nembedding_model.default.model_name: e");
        _folder.Environment["FLOW_LLM_API_KEY"] = "k";
        _folder.Environment["FLOW_LLM_BASE_URL"] = "http://there/v1";
        _folder.Environment["FLOW_EMBEDDING_BASE_URL"] = "http://embed/v1";

        var configuration = _folder.Load();

        // The key belongs to its endpoint and is not sent to another.
        configuration.ChatModels.Select(model => $"{model.Name} {model.BaseUrl} {model.ApiKey}")
            .ShouldBe(["llm.default http://there/v1 k", "llm.own http://elsewhere/v1 ", "llm.claude  "]);
        configuration.EmbeddingModels.ShouldHaveSingleItem().BaseUrl.ShouldBe(new Uri("http://embed/v1"));
    }

    [Fact]
    public void Remes_key_alone_goes_with_the_address_in_the_file()
    {
        _folder.Write("llm.default: {model_name: m, base_url: 'http://file/v1'}");
        _folder.Environment["FLOW_LLM_API_KEY"] = "k";

        _folder.Load().ChatModels.ShouldHaveSingleItem().ApiKey.ShouldBe("k");
    }

    [Fact]
    public void Remes_variables_without_a_model_do_not_stop_the_start()
    {
        _folder.Environment["FLOW_LLM_API_KEY"] = "k";

        var configuration = _folder.Load();

        configuration.ChatModels.ShouldBeEmpty();
        configuration.Warnings.ShouldHaveSingleItem().ShouldBe("environment variable FLOW_LLM_API_KEY is not used: there is no llm.default.model_name.");
    }

    [Fact]
    public void Env_files_are_read_as_reme_writes_them()
    {
        _folder.Write(
            "# comment\n\nexport FLOW_LLM_API_KEY=\"quoted#no-comment\" # comment\nFLOW_LLM_BASE_URL = http://file/v1 # "
            + "comment\nREMANENCE_LANGUAGE='zh'\nREMANENCE_DISABLED_FLOWS=\"quoted # no comment\" # comment\nA=\n",
            ".env");
        _folder.Write("llm.default.model_name: m");
        _folder.Environment["FLOW_LLM_BASE_URL"] = "http://environment/v1";

        var configuration = _folder.Load();

        // ReMe's own variables win from the file, all others from the environment.
        var model = configuration.ChatModels.ShouldHaveSingleItem();
        model.ApiKey.ShouldBe("quoted#no-comment");
        configuration.DisabledFlows.ShouldHaveSingleItem().ShouldBe("quoted # no comment");
        model.BaseUrl.ShouldBe(new Uri("http://file/v1"));
        configuration.Language.ShouldBe("zh");
        configuration.Warnings.ShouldBeEmpty();
        _folder.Environment["REMANENCE_LANGUAGE"] = "en";
        _folder.Load().Language.ShouldBe("en");
    }

    [Theory]
    [InlineData("../.env", "en")]
    [InlineData("../../../../.env", "en")]
    [InlineData("../../../../../.env", null)]
    public void An_env_file_is_looked_for_four_folders_up(string name, string? language)
    {
        _folder.Write("REMANENCE_LANGUAGE=en", name);

        _folder.Load().Language.ShouldBe(language);
    }

    [Fact]
    public void The_nearest_env_file_alone_is_read_and_a_folder_is_none()
    {
        _folder.Write("REMANENCE_LANGUAGE=en", "../.env");
        _folder.Write("x", ".env/x");
        _folder.Load().Language.ShouldBe("en");

        Directory.Delete(Path.Combine(_folder.Path, ".env"), recursive: true);
        _folder.Write("OTHER=1", ".env");
        _folder.Load().Language.ShouldBeNull();
    }

    [Theory]
    [InlineData("SECRET sesame")]
    [InlineData("SECRET=\"sesame")]
    [InlineData("2SECRET=sesame")]
    public void An_odd_line_of_an_env_file_is_a_warning_without_its_text(string line)
    {
        _folder.Write("A=1\n" + line, ".env");

        _folder.Load().Warnings.ShouldHaveSingleItem().ShouldBe(".env line 2 is left out: write it NAME=VALUE, on one line.");
    }

    [Fact]
    public void Placeholders_in_files_are_filled_in()
    {
        _folder.Write(
            "llm.default: {model_name: '${NAME:-small}', base_url: 'http://${HOST}:${PORT:-80}/v1', api_key: \"${KEY}\"}\nllm.default.params:\n  seed: "
            + "${SEED:-7}\n  stop: ['$${x}']");
        _folder.Environment["HOST"] = "h";
        _folder.Environment["KEY"] = "a${b}";
        _folder.Environment["NAME"] = "";

        var model = _folder.Load().ChatModels.ShouldHaveSingleItem();

        model.Model.ShouldBe("small");
        model.BaseUrl.ShouldBe(new Uri("http://h/v1"));
        model.ApiKey.ShouldBe("a${b}");
        model.Parameters["seed"].GetRawText().ShouldBe("7");
        model.Parameters["stop"].GetRawText().ShouldBe("[\"${x}\"]");
    }

    [Theory]
    [InlineData(
        "${OPENAI_API_KEY}",
        "remanence.yaml line 3: llm.default.api_key needs the environment variable OPENAI_API_KEY, which is not set; set it, or write "
        + "${OPENAI_API_KEY:-default}.")]
    [InlineData(
        "${no name}",
        "remanence.yaml line 3: llm.default.api_key holds \"${\" with no variable's name behind it; write ${NAME} or ${NAME:-default}, and $${ for ${ itself.")]
    [InlineData("x${OPEN", "holds \"${\" with no variable's name behind it")]
    public void A_placeholder_that_cannot_be_filled_is_told_with_its_line(string value, string expected)
    {
        _folder.Write($"llm:\n  default:\n    api_key: \"{value}\"\n");

        _folder.Fault().ShouldContain(expected);
    }

    [Fact]
    public void A_placeholder_that_a_stronger_source_replaces_need_not_be_set()
    {
        _folder.Write("llm.default: {model_name: m, api_key: '${UNSET}'}");

        _folder.Load("llm.default.api_key=k").ChatModels.ShouldHaveSingleItem().ApiKey.ShouldBe("k");
    }

    [Fact]
    public void Arguments_are_left_to_the_shell() =>
        _folder.Load("llm.default.model_name=m", "llm.default.api_key=${X}").ChatModels.ShouldHaveSingleItem().ApiKey.ShouldBe("${X}");
}
