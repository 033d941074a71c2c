using Remanence.Configuration;
using Remanence.Hosting.Sections;

namespace Remanence.Hosting.Tests.Configuration;

public sealed class ServiceTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ReMes_own_command_line_is_understood()
    {
        var configuration = _folder.Load(
            "backend=http", "http.port=8002", "llm.default.model_name=qwen3-30b-a3b-thinking-2507", "embedding_model.default.model_name=text-embedding-v4",
            "vector_store.default.backend=local");

        configuration.Backend.ShouldBe(ServiceBackend.Http);
        configuration
            .VectorStores.ShouldHaveSingleItem()
            .ShouldBe(
                new VectorStoreProfile
                {
                    Name = "default",
                    Backend = "local",
                    Folder = "./local_vector_store",
                });
        configuration.Warnings.ShouldAllBe(warning => warning.Contains("has no base_url, api_key or backend"));
    }

    [Theory]
    [InlineData("backend=http", ServiceBackend.Http)]
    [InlineData("--backend=MCP", ServiceBackend.Mcp)]
    [InlineData("language=en", null)]
    public void The_backend_is_read(string argument, ServiceBackend? backend) => _folder.Load(argument).Backend.ShouldBe(backend);

    [Fact]
    public void What_guides_of_older_versions_call_a_setting_is_the_setting()
    {
        _folder.Write("http.port: 9001\nhttp_service: {host: 127.0.0.2}\n");

        RemanenceSettings.Load(_folder.Sources()).HttpPort.ShouldBe(9001);
        var settings = RemanenceSettings.Load(_folder.Sources("http_service.port=9002", "mcp_transport=stdio", "vector_store.default.backend=local_file"));

        (settings.HttpPort, settings.HttpHost.ToString(), settings.McpTransport).ShouldBe((9002, "127.0.0.2", McpTransport.Stdio));
        settings.Configuration.VectorStores.ShouldHaveSingleItem().Backend.ShouldBe("local");
        RemanenceSettings.Load(_folder.Sources("http_service.port=9002", "http.port=9003")).HttpPort.ShouldBe(9003);
        Should
            .Throw<ConfigurationException>(() => RemanenceSettings.Load(_folder.Sources("http_service.port=many")))
            .Message.ShouldContain("http.port must be a whole number");
    }

    [Fact]
    public void A_model_of_ReMes_own_configuration_is_there_where_its_endpoint_is()
    {
        var without = _folder.Load("op.rerank_memory_op.llm=qwen3_80b_thinking");
        without.ChatModels.ShouldBeEmpty();
        without.Operators.ShouldHaveSingleItem().Llm.ShouldBe("default");
        without.Warnings.ShouldHaveSingleItem().ShouldContain("llm.default stands for it");

        _folder.Environment["FLOW_LLM_BASE_URL"] = "http://x/v1";
        var with = _folder.Load("op.rerank_memory_op.llm=qwen3_80b_thinking");
        (with.ChatModels.ShouldHaveSingleItem().Name, with.ChatModels[0].Model, with.Operators[0].Llm).ShouldBe(
            ("llm.qwen3_80b_thinking", "qwen3-next-80b-a3b-thinking", "qwen3_80b_thinking"));
        with.Warnings.ShouldBeEmpty();
        _folder
            .Load("op.rerank_memory_op.llm=qwen3_80b_thinking", "llm.qwen3_80b_thinking.model_name=mine")
            .ChatModels.ShouldHaveSingleItem()
            .Model.ShouldBe("mine");
    }

    [Theory]
    [InlineData("llm", "openai_generation", "openai_compatible https://api.openai.com/v1 openai")]
    [InlineData("llm", "dashscope_generation", "openai_compatible https://dashscope.aliyuncs.com/compatible-mode/v1 dash")]
    [InlineData("embedding_model", "openai_embedding", "openai_compatible https://api.openai.com/v1 openai")]
    [InlineData("embedding_model", "dashscope_embedding", "openai_compatible https://dashscope.aliyuncs.com/compatible-mode/v1 dash")]
    [InlineData("rerank_model", "dashscope_rank", "dashscope_rerank https://dashscope.aliyuncs.com/api/v1 dash")]
    public void MemoryScopes_backends_are_known_by_their_names(string kind, string backend, string model)
    {
        (_folder.Environment["OPENAI_API_KEY"], _folder.Environment["DASHSCOPE_API_KEY"], _folder.Environment["FLOW_LLM_API_KEY"]) = (
            "openai",
            "dash",
            "other");

        string Read(params string[] more)
        {
            var configuration = _folder.Load([$"{kind}.default.backend={backend}", $"{kind}.default.model_name=m", .. more]);
            var profile = configuration.ModelsAndFlows.Models.ShouldHaveSingleItem();
            return $"{profile.Backend} {profile.BaseUrl} {profile.ApiKey}".TrimEnd();
        }

        Read().ShouldBe(model);
        Read($"{kind}.default.base_url=http://other.example/v1").ShouldBe(model.Split(' ')[0] + " http://other.example/v1");
    }

    [Fact]
    public void A_single_flow_is_read_with_what_it_is_given()
    {
        var command = _folder.Load("backend=cmd", "cmd.flow=a >> b", """cmd.params={"query":"q","top_k":3}""", "cmd.params.deep.er=1").Command!;

        command.Flow.ShouldBe("a >> b");
        command.Parameters["query"].GetString().ShouldBe("q");
        command.Parameters["top_k"].GetInt32().ShouldBe(3);
        command.Parameters["deep"].GetProperty("er").GetInt32().ShouldBe(1);
    }

    [Fact]
    public void A_store_of_ReMe_is_read_with_its_folder_and_embedder()
    {
        _folder.Write("""
            embedding_model.own: {base_url: 'http://x/', model_name: m}
            vector_store:
              default: {backend: memory, embedding_model: default, params: {batch_size: 7, api_key: k}}
              other: {backend: local, embedding_model: own, params: {store_dir: files}}
            """);

        _folder.Load().VectorStores.ShouldBe(
        [
            new VectorStoreProfile { Name = "default", Backend = "memory", EmbeddingModel = "default" },
            new VectorStoreProfile { Name = "other", Backend = "local", EmbeddingModel = "own", Folder = "files" },
        ]);
    }

    [Theory]
    [InlineData("backend=https", "argument: backend must be http, mcp or cmd, not \"https\".")]
    [InlineData("backend=cmd", "argument: backend=cmd runs one flow, and none is named; name it with cmd.flow=NAME")]
    [InlineData("cmd.params.a=1", "cmd has no flow; name a flow")]
    [InlineData("cmd=x", "argument: cmd must hold flow and params, not \"x\".")]
    [InlineData("cmd.flows=x", "\"cmd.flows\" is not a setting; did you mean cmd.flow?")]
    [InlineData(
        "vector_store.default.backend=elasticsearch",
        "argument: vector_store.default.backend=elasticsearch cannot be used: this version keeps memories in a SQLite file below data.path; set it to local")]
    [InlineData("vector_store.default.backend=qdrant", "qdrant cannot be used")]
    [InlineData("vector_store.default.backend=chroma", "chroma cannot be used")]
    [InlineData("vector_store.default.backend=files", "argument: vector_store.default.backend must be memory or local, not \"files\".")]
    [InlineData("vector_store.default.store_dir=x", "\"vector_store.default.store_dir\" is not a setting")]
    [InlineData("vector_store.default.params.store_dri=x", "did you mean vector_store.default.params.store_dir?")]
    [InlineData("vector_store.default.embedding_model=own", "which does not stand below embedding_model")]
    [InlineData("vector_store.default=local", "vector_store.default must hold names and values")]
    public void What_cannot_be_is_told(string argument, string expected) =>
        Should.Throw<ConfigurationException>(() => _folder.Load(argument)).Message.ShouldContain(expected);

    [Fact]
    public void A_folder_that_is_a_list_is_told_once()
    {
        var wrong = Should.Throw<ConfigurationException>(() => _folder.Load("vector_store.default.backend=local", "vector_store.default.params.store_dir=[1]"));

        wrong.Faults.ShouldHaveSingleItem().Message.ShouldBe("argument: vector_store.default.params.store_dir must be a folder, not a list.");
    }
}
