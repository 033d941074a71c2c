using Remanence.Configuration;

namespace Remanence.Hosting.Tests.Configuration;

/// <summary>MemoryScope's file, arguments and variables.</summary>
public sealed class MemoryScopeTests : IDisposable
{
    private const string Demo = """
        global: {language: en, thread_pool_max_workers: 5, enable_ranker: false, enable_today_contra_repeat: true, enable_long_contra_repeat: false,
                 output_memory_max_count: 20}
        memory_chat:
          cli_memory_chat: {class: core.chat.cli_memory_chat, memory_service: memory_scope_service, generation_model: generation_model, stream: true}
        memory_service:
          memory_scope_service:
            class: core.service.memory_scope_service
            human_name: Ann
            assistant_name: Mo
            contextual_msg_max_count: 7
            memory_operations:
              read_message: {class: core.operation.frontend_operation, workflow: read_message, description: what was said}
              retrieve_memory:
                class: core.operation.frontend_operation
                workflow: "set_query,[extract_time|retrieve_obs_ins,semantic_rank],fuse_rerank"
              list_memory: {class: core.operation.frontend_operation, workflow: "set_query, retrieve_top_memory, print_memory"}
              delete_all: {class: core.operation.frontend_operation, workflow: "set_query,retrieve_all_memory,delete_all"}
              consolidate_memory:
                class: core.operation.backend_operation
                workflow: "info_filter,[get_observation|get_observation_with_time|load_today_memory],contra_repeat,store_memory"
                interval_time: 2
              reflect_and_reconsolidate:
                class: core.operation.backend_operation
                workflow: "load_obs_and_insight,get_reflection_subject,update_insight,long_contra_repeat,store_memory"
                interval_time: 15
        worker:
          set_query: {class: core.worker.frontend.set_query_worker}
          retrieve_obs_ins: {class: core.worker.frontend.retrieve_memory_worker, retrieve_obs_top_k: 90, retrieve_ins_top_k: 100, retrieve_expired_top_k: 0}
          info_filter: {class: core.worker.backend.info_filter_worker, generation_model: generation_model, preserved_scores: "2,3"}
          get_observation: {class: core.worker.backend.get_observation_worker, generation_model: small}
          contra_repeat: {class: core.worker.backend.contra_repeat_worker, contra_repeat_max_count: 40}
          store_memory: {class: core.worker.backend.update_memory_worker, method: from_memory_key, memory_key: all}
        model:
          generation_model: {class: core.models.llama_index_generation_model, module_name: openai_generation, model_name: gpt-4o, max_tokens: 2000}
          small: {class: core.models.llama_index_generation_model, module_name: dashscope_generation, model_name: qwen-plus}
          embedding_model: {class: core.models.llama_index_embedding_model, module_name: openai_embedding, model_name: text-embedding-3-small}
          rank_model: {class: core.models.llama_index_rank_model, module_name: dashscope_rank, model_name: gte-rerank, top_n: 500}
        memory_store:
          class: core.storage.llama_index_es_memory_store
          embedding_model: embedding_model
          index_name: memory_index
          es_url: http://localhost:9200
          retrieve_mode: dense
        monitor: {class: core.storage.dummy_monitor}
        """;

    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Its_file_is_read_as_it_is()
    {
        _folder.Write(Demo, "demo_config.yaml");

        var settings = Load("--config_path=demo_config.yaml");

        var configuration = settings.Configuration;
        (settings.ChatHumanName, settings.ChatAssistantName, settings.ChatStream, configuration.Language).ShouldBe(("Ann", "Mo", true, "en"));
        configuration.ChatModels.Select(model => $"{model.Name} {model.Model} {model.BaseUrl}").ShouldBe(
        [
            "llm.default gpt-4o https://api.openai.com/v1",
            "llm.small qwen-plus https://dashscope.aliyuncs.com/compatible-mode/v1",
        ]);
        configuration.ChatModels[0].Parameters.ShouldHaveSingleItem().Key.ShouldBe("max_tokens");
        configuration.EmbeddingModels.ShouldHaveSingleItem().Model.ShouldBe("text-embedding-3-small");
        configuration.RerankModels.ShouldHaveSingleItem().Backend.ShouldBe("dashscope_rerank");
        (settings.SearchEmbeddingModel, settings.SearchRerankModel).ShouldBe(("default", null));
        settings.JobsQuiet.ShouldBe(TimeSpan.FromSeconds(2));
        configuration.Flows.ShouldBeEmpty();
        Parameter(configuration, "retrieve_obs_ins", "retrieve_obs_top_k").ShouldBe("90");
        Parameter(configuration, "info_filter", "preserved_scores").ShouldBe("\"2,3\"");
        Parameter(configuration, "contra_repeat", "contra_repeat_max_count").ShouldBe("40");
        Parameter(configuration, "contra_repeat", "enable_contra_repeat").ShouldBe("true");
        Parameter(configuration, "long_contra_repeat", "enable_long_contra_repeat").ShouldBe("false");
        Parameter(configuration, "fuse_rerank", "output_memory_max_count").ShouldBe("20");
        Parameter(configuration, "read_message", "contextual_msg_max_count").ShouldBe("7");
        configuration.Operators.Single(one => one.Name == "get_observation").Llm.ShouldBe("small");
        configuration.Warnings.ShouldContain(warning => warning.Contains("not in Elasticsearch"));
        configuration.Warnings.ShouldAllBe(warning => warning.Contains("memory_store") || warning.Contains("rerank_model.default is not used"));
    }

    [Fact]
    public void Its_file_may_be_JSON()
    {
        _folder.Write("""{"global": {"language": "cn"}, "memory_service": {"s": {"human_name": "安娜"}}, "monitor": {"class": "x"}}""", "own.json");

        var settings = Load("config_path=own.json");

        (settings.ChatHumanName, settings.Configuration.Language).ShouldBe(("安娜", "zh"));
    }

    [Fact]
    public void Its_arguments_win_over_variables_and_those_over_its_file()
    {
        _folder.Write(Demo, "demo.yaml");
        (_folder.Environment["human_name"], _folder.Environment["assistant_name"], _folder.Environment["language"]) = ("Bea", "Al", "cn");

        var settings = Load("--config_path=demo.yaml", "--human_name=Cleo", "--generation_model=gpt-4o-mini", "--enable_ranker=True");

        (settings.ChatHumanName, settings.ChatAssistantName, settings.Configuration.Language).ShouldBe(("Cleo", "Al", "zh"));
        settings.Configuration.ChatModels[0].Model.ShouldBe("gpt-4o-mini");
        settings.SearchRerankModel.ShouldBe("default");
    }

    [Fact]
    public void Variables_of_its_names_mean_nothing_where_nothing_else_is_its_own()
    {
        (_folder.Environment["human_name"], _folder.Environment["language"]) = ("Bea", "en_US.UTF-8");

        Load("http.port=8003").ChatHumanName.ShouldBeNull();
    }

    [Fact]
    public void Its_documented_command_line_is_read()
    {
        var settings = Load(
            "--language=en", "--memory_chat_class=cli_memory_chat", "--human_name=User", "--assistant_name=AI", "--generation_backend=openai_generation",
            "--generation_model=gpt-4o", "--embedding_backend=openai_embedding", "--embedding_model=text-embedding-3-small", "--rank_backend=dashscope_rank",
            "--rank_model=gte-rerank", "--enable_ranker=True", "--chat_stream=False", "--enable_today_contra_repeat=False",
            "--consolidate_memory_interval_time=3", """--generation_params={"max_tokens":500,"temperature":0.2}""",
            """--worker_params={"get_reflection_subject":{"reflect_num_questions":3}}""", "--thread_pool_max_workers=5");

        var model = settings.Configuration.ChatModels.ShouldHaveSingleItem();
        (model.Model, model.Parameters.Count).ShouldBe(("gpt-4o", 2));
        (settings.SearchEmbeddingModel, settings.SearchRerankModel, settings.ChatStream).ShouldBe(("default", "default", false));
        Parameter(settings.Configuration, "get_reflection_subject", "reflect_num_questions").ShouldBe("3");
        Parameter(settings.Configuration, "contra_repeat", "enable_contra_repeat").ShouldBe("false");
        settings.JobsQuiet.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void A_workflow_of_ones_own_is_a_flow_and_a_worker_of_ones_own_is_told()
    {
        _folder.Write("""
            memory_service.s.memory_operations:
              list_memory: {workflow: "set_query,retrieve_all_memory,print_memory", description: all of it}
              consolidate_memory: {workflow: "info_filter,get_observation,store_memory"}
            worker:
              example_query_worker: {class: contrib.example_query_worker, rewrite_history_count: 2}
            """, "own.yaml");

        var configuration = Load("config_path=own.yaml").Configuration;

        var flow = configuration.Flows.ShouldHaveSingleItem();
        (flow.Name, flow.Expression, flow.Description).ShouldBe(("list_memory", "set_query,retrieve_all_memory,print_memory", "all of it"));
        configuration.Warnings.Count.ShouldBe(2);
        configuration.Warnings.ShouldContain(warning => warning.Contains("consolidate_memory.workflow does not run here"));
        configuration.Warnings.ShouldContain(warning => warning.Contains("worker.example_query_worker is a worker of your own"));
    }

    [Theory]
    [InlineData("--enable_ranker=True", "search.rerank_model names \"default\", which does not stand below rerank_model")]
    [InlineData("--generation_backend=openai_generation", "llm.default has no model_name")]
    [InlineData("--consolidate_memory_interval_time=soon", "jobs.quiet_ms must be a whole number")]
    [InlineData("--chat_stream=often", "chat.stream must be")]
    [InlineData("--human_nmae=Ann", "human_nmae")]
    public void What_cannot_be_is_told(string argument, string expected) =>
        Should.Throw<ConfigurationException>(() => Load(argument)).Message.ShouldContain(expected);

    private static string? Parameter(RemanenceConfiguration configuration, string worker, string name) =>
        configuration.Operators.Single(one => one.Name == worker).Parameters[name].GetRawText();

    private RemanenceSettings Load(params string[] arguments) => RemanenceSettings.Load(_folder.Sources(arguments));
}
