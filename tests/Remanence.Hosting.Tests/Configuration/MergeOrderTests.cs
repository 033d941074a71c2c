namespace Remanence.Hosting.Tests.Configuration;

public sealed class MergeOrderTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Arguments_win_over_the_environment_that_over_the_file_and_that_over_what_it_imports()
    {
        _folder.Write("llm.default: {model_name: imported, base_url: 'http://imported/', api_key: imported, params: {seed: 1, stop: [a, b]}}", "base.yaml");
        _folder.Write("import_config: base.yaml\nllm:\n  default:\n    base_url: http://file/\n    api_key: file\n    params.stop: [c]\n");
        _folder.Environment["REMANENCE_LLM_DEFAULT_API_KEY"] = "environment";
        _folder.Environment["REMANENCE_LLM_DEFAULT_BASE_URL"] = "http://environment/";

        var model = _folder.Load("llm.default.base_url=http://argument/").ChatModels.ShouldHaveSingleItem();

        model.Model.ShouldBe("imported");
        model.BaseUrl.ShouldBe(new Uri("http://argument/"));
        model.ApiKey.ShouldBe("environment");
        model.Parameters["seed"].GetInt32().ShouldBe(1);
        model.Parameters["stop"].GetRawText().ShouldBe("[\"c\"]");
    }

    [Theory]
    [InlineData("import_config: one.yaml, two.yaml")]
    [InlineData("import_config: [one, two]")]
    public void The_later_import_wins_and_lists_are_replaced(string yaml)
    {
        _folder.Write("enabled_flows: [a, b]\nlanguage: en", "one.yaml");
        _folder.Write("enabled_flows: [c]", "two.yaml");
        _folder.Write(yaml);

        var configuration = _folder.Load();

        configuration.EnabledFlows.ShouldBe(["c"]);
        configuration.Language.ShouldBe("en");
    }

    [Fact]
    public void An_import_is_looked_for_beside_its_file_first_and_then_in_the_working_folder()
    {
        _folder.Write("import_config: [near, far]", "sub/main.yaml");
        _folder.Write("language: zh", "sub/near.yaml");
        _folder.Write("language: en", "near.yaml");
        _folder.Write("disabled_flows: x", "far.yaml");

        var configuration = _folder.Load("config=sub/main");

        configuration.Language.ShouldBe("zh");
        configuration.DisabledFlows.ShouldBe(["x"]);
        configuration.OriginOf("language").ShouldBe(Path.Combine("sub", "near.yaml") + " line 1");
    }

    [Fact]
    public void A_file_that_two_import_is_no_cycle()
    {
        _folder.Write("language: zh", "base.yaml");
        _folder.Write("import_config: base", "left.yaml");
        _folder.Write("import_config: base", "right.yaml");
        _folder.Write("import_config: left, right");

        _folder.Load().Language.ShouldBe("zh");
    }

    [Fact]
    public void A_cycle_is_told_with_its_chain()
    {
        _folder.Write("import_config: b", "a.yaml");
        _folder.Write("\nimport_config: c.yaml", "b.yaml");
        _folder.Write("import_config: a", "c.yaml");

        _folder.Fault("config=a").ShouldBe("c.yaml line 1: import_config goes round in a circle: a.yaml → b.yaml → c.yaml → a.yaml; take one of them out.");
    }

    [Fact]
    public void A_missing_import_names_who_imports_it()
    {
        _folder.Write("language: en\nimport_config: nowhere");

        var fault = _folder.Fault();

        fault.ShouldStartWith("nowhere: cannot be read");
        fault.ShouldEndWith("remanence.yaml line 2 names it; name a readable UTF-8 file there.");
    }

    [Fact]
    public void An_argument_may_import_instead_of_the_file()
    {
        _folder.Write("language: zh", "mine.yaml");
        _folder.Write("import_config: nowhere\nenabled_flows: a");

        var configuration = _folder.Load("import_config=mine");

        configuration.Language.ShouldBe("zh");
        configuration.EnabledFlows.ShouldBe(["a"]);
    }

    [Theory]
    [InlineData("config=other", "en")]
    [InlineData("c=other.yaml", "en")]
    [InlineData("--config=other", "en")]
    [InlineData("config=exact", "zh")]
    public void A_file_is_found_by_its_name_with_or_without_yaml(string argument, string language)
    {
        _folder.Write("language: en", "other.yaml");
        _folder.Write("language: zh", "exact");
        _folder.Write("language: en", "exact.yaml");

        _folder.Load(argument).Language.ShouldBe(language);
    }

    [Fact]
    public void The_last_file_named_wins_and_no_other_name_that_ends_in_c_names_one()
    {
        _folder.Write("language: en", "one.yaml");
        _folder.Write("language: zh", "two.yaml");

        _folder.Load("c=one", "config=two").Language.ShouldBe("zh");
        _folder.Load("c=one", "op.x.params.c=two").Language.ShouldBe("en");
    }

    [Fact]
    public void Null_takes_back_what_a_weaker_source_says()
    {
        _folder.Write("flow.a.flow_content: x\nflow.b.flow_content: y\nlanguage: zh", "base.yaml");
        _folder.Write("import_config: base\nflow.a: null\nlanguage:");

        var configuration = _folder.Load("flow.c=none");

        configuration.Flows.ShouldHaveSingleItem().Name.ShouldBe("b");
        configuration.Language.ShouldBeNull();
    }

    [Fact]
    public void Arguments_add_to_one_another()
    {
        _folder.Json("op.x", "op.x={\"params\":{\"a\":1,\"b\":[1,2]}}", "op.x.params.b=[3]", "--op.x.params.c.d=0.5")
            .ShouldBe("{\"params\":{\"a\":1,\"b\":[3],\"c\":{\"d\":0.5}}}");
    }
}
