using Remanence.Configuration;

namespace Remanence.Hosting.Tests.Configuration;

/// <summary>Each fault as who wrote the configuration reads it.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("flwo.a.flow_content=x", "argument: \"flwo.a.flow_content\" is not a setting; the settings are http.host")]
    [InlineData("flow.a=x", "argument: flow.a must hold names and values, not \"x\".")]
    [InlineData("flow=x", "argument: flow must hold names and values, not \"x\".")]
    [InlineData("flow.a.stream=true", "argument: flow.a has no flow_content; write its operators, such as flow_content: \"a >> b\".")]
    [InlineData("flow.a={\"flow_content\":\"x\",\"descripton\":\"y\"}", "argument: \"flow.a.descripton\" is not a setting; did you mean flow.a.description?")]
    [InlineData("flow.a={\"flow_content\":[]}", "argument: flow.a.flow_content must be a text, not a list.")]
    [InlineData(
        "flow.a={\"flow_content\":\"x\",\"input_schema\":{\"q\":{\"type\":\"text\"}}}",
        "argument: flow.a.input_schema.q.type must be string, array, integer, number, boolean or object, not \"text\".")]
    [InlineData("flow.a={\"flow_content\":\"x\",\"stream\":\"perhaps\"}", "argument: flow.a.stream must be true or false, not \"perhaps\".")]
    [InlineData("op.a.max_retries=0", "argument: op.a.max_retries must be a whole number from 1 to 100, not \"0\".")]
    [InlineData("op.a.timeout_s=0", "argument: op.a.timeout_s must be seconds, from 0.001 to 86400, not \"0\".")]
    [InlineData("op.a.language=fr", "argument: op.a.language must be en, zh, or empty to follow the input, not \"fr\".")]
    [InlineData("op.a.prompt_path=nowhere.yaml", "argument: op.a.prompt_path names \"nowhere.yaml\", and there is no such file.")]
    [InlineData("op.a.prompt_path=/dev/zero", "argument: op.a.prompt_path cannot be used: ")]
    [InlineData("op.a.prompt_path=/etc/passwd", "argument: op.a.prompt_path cannot be used: ")]
    [InlineData(
        "llm.a={\"model_name\":\"m\",\"base_url\":\"http://x/\",\"api_key\":\"one\\ntwo\"}",
        "argument: llm.a.api_key must be characters that a header can carry")]
    [InlineData(
        "embedding_model.a={\"model_name\":\"m\",\"base_url\":\"http://x/\",\"params\":{\"api_key\":\"schlüssel\"}}",
        "argument: embedding_model.a.params.api_key must be characters that a header can carry")]
    [InlineData("op.a.llm=fast", "argument: op.a.llm names \"fast\", which does not stand below llm; write it there, or leave this out.")]
    [InlineData("op.a.params=x", "argument: op.a.params must hold names and values; in an argument that is JSON, such as {\"temperature\": 0.2}, not \"x\".")]
    [InlineData("op.a.parms.x=1", "argument: \"op.a.parms\" is not a setting; did you mean op.a.params?")]
    [InlineData("op.a b.backend=x", "argument: \"a b\" cannot name an operator; use letters, digits, \"_\" and \"-\", 64 at most.")]
    [InlineData("llm.default.base_url=x", "argument: llm.default.base_url must be an address such as http://127.0.0.1:11434/v1, not \"x\".")]
    [InlineData(
        "llm.default.base_url=http://x/",
        "argument: llm.default has no model_name; write the model's name at the endpoint, such as llm.default.model_name=NAME.")]
    [InlineData("llm.qwen2.5.model_name=x", "argument: \"llm.qwen2.5\" is not a setting; below llm.qwen2 stand api_key, backend, base_url")]
    [InlineData("rerank_model.r={\"base_url\":\"http://x/\",\"model_name\":\"m\"}", "argument: rerank_model.r has no backend; name what the endpoint speaks.")]
    [InlineData(
        "llm.a={\"model_name\":\"m\",\"backend\":\"b\",\"input_price\":-1}",
        "argument: llm.a.input_price must be an amount from 0 to 1000000, such as 0.15, not \"-1\".")]
    [InlineData(
        "llm.a={\"model_name\":\"m\",\"backend\":\"b\",\"timeout_s\":9,\"total_timeout_s\":8}",
        "argument: llm.a.total_timeout_s must not be less than timeout_s, 9, not \"8\".")]
    [InlineData("language=french", "argument: language must be en, zh, or empty to follow the input, not \"french\".")]
    [InlineData("enabled_flows={}", "argument: enabled_flows must be a single value or a list of values, not a map.")]
    [InlineData("langage=en", "argument: \"langage\" is not a setting; did you mean language?")]
    [InlineData(
        "http=8002",
        "argument: http must hold host, port, max_body_mb, allow_unauthenticated, allowed_hosts, allowed_origins, timeout_keep_alive, limit_concurrency, "
        + "timeout_unread, max_streams and max_streams_per_client, not \"8002\".")]
    [InlineData("http.port.number=8002", "argument: \"http.port.number\" is not a setting; ")]
    [InlineData("http.port.x.=8002", "argument: \"http.port.x.\" is not a name; names are joined by single dots, such as http.port.")]
    [InlineData("op.a={\"params\":1,\"params\":2}", "argument: op.a.params is set twice; keep one.")]
    [InlineData("=x", "a setting is written name=value")]
    [InlineData("c=", "argument c: name a file, such as c=remanence.yaml.")]
    public void A_fault_is_one_line_with_key_value_rule_and_remedy(string argument, string expected)
    {
        var fault = _folder.Fault(argument);

        fault.ShouldStartWith(expected[..Math.Min(8, expected.Length)] == "argument" ? expected : "argument");
        fault.ShouldContain(expected);
        fault.ShouldNotContain("\n");
    }

    [Fact]
    public void What_is_wrong_with_a_model_and_with_a_flow_is_told_with_everything_else()
    {
        var faults = Should.Throw<ConfigurationException>(() => RemanenceSettings.Load(
            _folder.Sources(
                "http.port=none_at_all", "llm.default.backend=martian", "llm.b.backend=rerank", "llm.b.model_name=m", "llm.b.timeout_s=-1",
                "embedding_model.e.backend=venus",
                "rerank_model.r.base_url=http://x/", "op.rerank_memory.params.topk=1", "flow.f.flow_content=build_query >>"),
            EngineServices.Check)).Faults.Select(fault => fault.Message).ToList();

        string[] told =
        [
            "http.port must be a whole number", "llm.default has no model_name", "llm.b.timeout_s must", "embedding_model.e has no model_name",
            "rerank_model.r has no backend",
            "rerank_model.r has no model_name", "llm.default: unknown backend \"martian\"; there is anthropic, openai_compatible.",
            "llm.b: the backend rerank is none for llm; there is anthropic, openai_compatible.",
            "embedding_model.e: unknown backend \"venus\"; there is openai_compatible.",
            "op rerank_memory: operator rerank_memory has no parameter \"topk\"; did you mean top_k?", "flow f: expected an operator's name",
        ];
        faults.Count.ShouldBe(told.Length);
        told.ShouldAllBe(text => faults.Any(fault => fault.Contains(text, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_program_of_ones_own_may_have_other_backends_and_operators()
    {
        var settings = RemanenceSettings.Load(_folder.Sources("llm.default.backend=martian", "llm.default.model_name=m", "flow.f.flow_content=own_operator"));

        settings.Configuration.ChatModels.ShouldHaveSingleItem().Backend.ShouldBe("martian");
    }

    [Fact]
    public void A_wrong_profile_name_gets_the_near_one()
    {
        _folder.Write("llm.fast: {backend: b, model_name: m}\nop:\n  a:\n    llm: fasst\n");

        _folder.Fault().ShouldBe("remanence.yaml line 4: op.a.llm names \"fasst\", which does not stand below llm; did you mean fast?");
    }

    [Fact]
    public void All_faults_are_told_together_each_with_its_place()
    {
        _folder.Write("flow:\n  a: {flow_content: x, strem: true}\nlanguage: fr\n");
        _folder.Environment["REMANENCE_LLM_DEFAULT_MAX_RETRIES"] = "many";

        var faults = _folder.Faults("op.a.max_retries=x", "nonsense=1");

        faults.Select(fault => (fault.Key, fault.File, fault.Line)).ShouldBe(
        [
            ("nonsense", null, null),
            ("language", "remanence.yaml", 3),
            ("flow.a.strem", "remanence.yaml", 2),
            ("op.a.max_retries", null, null),
            ("llm.default.max_retries", null, null),
        ]);
    }

    [Fact]
    public void Very_many_faults_are_counted()
    {
        var faults = _folder.Faults([.. Enumerable.Range(0, 100).Select(i => $"nonsense{i}=1")]);

        faults.Count.ShouldBe(31);
        faults[^1].Message.ShouldBe("and 70 more; these may go with the ones above.");
    }

    [Fact]
    public void Control_characters_do_not_reach_a_terminal()
    {
        _folder.Write("\"a\\e[31m\": 1");

        _folder.Fault().ShouldContain("a\\u001b[31m");
    }
}
