using Remanence.Flows;
using Remanence.Models.Profiles;

namespace Remanence.Hosting.Tests.Configuration;

/// <summary>What each part of the shape becomes.</summary>
public sealed class ShapeTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Flows_are_read_with_their_fields()
    {
        _folder.Write("""
            flow:
              answer:
                flow_content: find >> (rank | count) >> tell
                description: Answers.
                stream: true
                input_schema:
                  query: {type: string, description: What to look for., required: true}
                  mode: {type: string, enum: [fast, deep]}
              plain:
                flow_content: find
            """);

        var flows = _folder.Load().Flows;

        flows.Select(flow => $"{flow.Name}: {flow.Expression} {flow.Stream} {flow.Origin}")
            .ShouldBe(["answer: find >> (rank | count) >> tell True remanence.yaml line 3", "plain: find False remanence.yaml line 10"]);
        flows[0].Description.ShouldBe("Answers.");
        var (query, mode) = (flows[0].Inputs[0], flows[0].Inputs[1]);
        (query.Name, query.Type, query.Description, query.Required, query.Values).ShouldBe(("query", "string", "What to look for.", true, null));
        (mode.Name, mode.Required).ShouldBe(("mode", false));
        mode.Values.ShouldBe(["fast", "deep"]);
    }

    [Fact]
    public void Operators_are_read_with_their_parameters_and_where_each_is_written()
    {
        _folder.Write("prompt: x", "prompts/mine.yaml");
        _folder.Write("""
            llm.fast: {base_url: http://x/, model_name: m}
            vector_store.other.backend: memory
            op:
              rank:
                backend: rank_by_score
                language: chinese
                max_retries: 3
                raise_exception: false
                timeout_s: 2.5
                prompt_path: prompts/mine.yaml
                llm: fast
                vector_store: other
                params:
                  top_k: 5
                  weights: {a: 0.5}
              count:
            language: en
            """);

        var configuration = _folder.Load("op.rank.params.top_k=7", "op.bare.backend=x");

        var rank = configuration.Operators[0];
        (rank.Name, rank.Backend, rank.Language, rank.MaxAttempts, rank.RaiseException, rank.Timeout).ShouldBe(
            ("rank", "rank_by_score", "zh", 3, false, TimeSpan.FromSeconds(2.5)));
        (rank.Llm, rank.EmbeddingModel, rank.VectorStore, rank.Origin).ShouldBe(("fast", "default", "other", "remanence.yaml line 4"));
        rank.PromptPath.ShouldBe(Path.Combine(_folder.Path, "prompts", "mine.yaml"));
        rank.Parameters.Select(entry => entry.Key + entry.Value.GetRawText()).ShouldBe(["top_k7", "weights{\"a\":0.5}"]);
        rank.ParameterOrigins.ShouldBe(new Dictionary<string, string> { ["top_k"] = "argument", ["weights"] = "remanence.yaml line 15" }, ignoreOrder: true);

        var bare = configuration.Operators.Where(entry => entry.Name != "rank").ShouldHaveSingleItem();
        (bare.Name, bare.Language, bare.MaxAttempts, bare.RaiseException, bare.Timeout).ShouldBe(("bare", "en", 1, true, null));
    }

    [Fact]
    public void A_prompt_file_lies_beside_the_file_that_names_it()
    {
        _folder.Write("op.a.prompt_path: mine.yaml", "sub/part.yaml");
        var path = _folder.Write("key: text", "sub/mine.yaml");
        _folder.Write("import_config: sub/part");

        _folder.Load().Operators.ShouldHaveSingleItem().PromptPath.ShouldBe(path);
    }

    [Fact]
    public void Models_are_read_with_every_value()
    {
        _folder.Write("""
            llm:
              default:
                backend: own
                model_name: m
                base_url: http://127.0.0.1:11434/v1
                api_key: k
                timeout_s: 5
                total_timeout_s: 50
                max_retries: 0
                max_concurrency: 3
                input_price: 0.15
                output_price: 1e1
                params: {temperature: 0.2, seed: 42, extra: {a: [1]}, top_p: null}
            rerank_model.r: {backend: jina, model_name: j}
            speech_model.s: {base_url: http://x/, model_name: w}
            """);

        var configuration = _folder.Load();

        var model = configuration.ChatModels.ShouldHaveSingleItem();
        (model.Name, model.Backend, model.Model, model.BaseUrl, model.ApiKey).ShouldBe(("llm.default", "own", "m", new Uri("http://127.0.0.1:11434/v1"), "k"));
        (model.Timeout, model.TotalTimeout, model.MaxRetries, model.MaxConcurrency).ShouldBe((TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(50), 0, 3));
        (model.InputPrice, model.OutputPrice).ShouldBe((0.15m, 10m));
        model.Parameters.Select(entry => entry.Key + entry.Value.GetRawText()).ShouldBe(["temperature0.2", "seed42", "extra{\"a\":[1]}"]);
        configuration.RerankModels.ShouldHaveSingleItem().Name.ShouldBe("rerank_model.r");
        configuration.SpeechModels.ShouldHaveSingleItem().Backend.ShouldBe("openai_compatible");
    }

    [Fact]
    public void What_is_not_said_is_the_records_own_default()
    {
        var model = _folder.Load("llm.default.model_name=m", "llm.default.api_key=k").ChatModels.ShouldHaveSingleItem();

        var plain = new ModelProfile { Name = "llm.default", Backend = "openai_compatible", Model = "m", ApiKey = "k" };
        (model with { Parameters = plain.Parameters, Origin = null, ParameterOrigins = plain.ParameterOrigins }).ShouldBe(plain);
        model.Parameters.ShouldBeEmpty();
        var op = _folder.Load("op.a.llm=default").Operators.ShouldHaveSingleItem();
        var own = new OperatorConfiguration { Name = "a", Origin = "argument" };
        (op with { Parameters = own.Parameters, ParameterOrigins = own.ParameterOrigins }).ShouldBe(own);
    }

    [Fact]
    public void A_patient_attempt_has_a_patient_call() =>
        _folder
            .Load("llm.default.model_name=m", "llm.default.api_key=k", "llm.default.timeout_s=600")
            .ChatModels.ShouldHaveSingleItem()
            .TotalTimeout.ShouldBe(TimeSpan.FromSeconds(600));

    [Fact]
    public void What_reme_writes_among_the_parameters_and_is_none_is_taken_out()
    {
        _folder.Write(
            "llm.default: {model_name: m, params: {api_key: k, base_url: 'http://x/', max_retries: 5, raise_exception: false, temperature: 0.6}, "
            + "token_count: {backend: base}}");

        var configuration = _folder.Load();

        var model = configuration.ChatModels.ShouldHaveSingleItem();
        (model.ApiKey, model.BaseUrl, model.MaxRetries).ShouldBe(("k", new Uri("http://x/"), 4));
        model.Parameters.Keys.ShouldBe(["temperature"]);
        configuration.Warnings.Count.ShouldBe(2);
    }

    [Fact]
    public void Nothing_configured_is_no_model()
    {
        var configuration = _folder.Load();

        configuration.ChatModels.ShouldBeEmpty();
        configuration.EmbeddingModels.ShouldBeEmpty();
        configuration.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_model_without_an_endpoint_is_no_model_and_is_told()
    {
        var configuration = _folder.Load("llm.default.model_name=m");

        configuration.ChatModels.ShouldBeEmpty();
        configuration.Warnings.ShouldHaveSingleItem().ShouldBe("argument: llm.default is not used: it has no base_url, api_key or backend.");
    }

    [Fact]
    public void Memus_profiles_are_models_too()
    {
        _folder.Write("""
            llm_profiles:
              default: {provider: openai, base_url: http://x/v1, api_key: MY_KEY, chat_model: c, embed_model: e, embed_batch_size: 16}
              embedding: {api_key: plain, embed_model: f}
            llm.default.model_name: mine
            """);
        _folder.Environment["MY_KEY"] = "from-environment";

        var configuration = _folder.Load();

        configuration
            .ChatModels.Select(model => $"{model.Name} {model.Model} {model.BaseUrl} {model.ApiKey}")
            .ShouldBe(["llm.default mine http://x/v1 from-environment"]);
        configuration
            .EmbeddingModels.Select(model => $"{model.Name} {model.Model} {model.ApiKey} {model.Parameters.Count}")
            .ShouldBe(["embedding_model.default e from-environment 1", "embedding_model.embedding f plain 0"]);
        configuration.Warnings.ShouldHaveSingleItem().ShouldContain("llm_profiles.default.provider");
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("en", "en")]
    [InlineData("English", "en")]
    [InlineData("zh", "zh")]
    [InlineData("cn", "zh")]
    [InlineData("chinese", "zh")]
    public void Languages_have_several_names(string written, string? language) => _folder.Load("language=" + written).Language.ShouldBe(language);

    [Fact]
    public void Flows_are_offered_by_name()
    {
        Offered("enabled_flows=a").ShouldBe("a");
        Offered("disabled_flows=[\"a\"]").ShouldBe("bc");
        Offered("enabled_flows=a,b", "disabled_flows=a").ShouldBe("ab");
        Offered().ShouldBe("abc");

        string Offered(params string[] arguments)
        {
            return string.Concat(new[] { "a", "b", "c" }.Where(_folder.Load(arguments).ModelsAndFlows.Offers));
        }
    }

    [Fact]
    public void What_is_known_and_has_no_effect_is_told()
    {
        _folder.Write("thread_pool_max_workers: 64\nmcp: {transport: sse}\nenable_logo: true\n");

        _folder.Load().Warnings.ShouldBe(
        [
            "remanence.yaml line 1: thread_pool_max_workers has no meaning here and is ignored.",
            "remanence.yaml line 3: enable_logo has no meaning here and is ignored.",
        ]);
    }

    [Fact]
    public void No_name_is_declared_twice()
    {
        KnownSettings.Catalogue.Settings.Select(setting => setting.Name).ShouldBeUnique();
        KnownSettings.Catalogue.Settings.Select(setting => setting.Variable).OfType<string>().ShouldBeUnique();
        foreach (var section in KnownSettings.Catalogue.Sections)
        {
            section.Settings.Select(setting => setting.Name).ShouldBeUnique(section.Name);
        }
    }
}
