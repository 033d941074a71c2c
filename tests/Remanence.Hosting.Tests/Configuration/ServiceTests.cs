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
        configuration.VectorStores.ShouldHaveSingleItem().ShouldBe(new VectorStoreProfile { Name = "default", Backend = "local", Folder = "./local_vector_store" });
        configuration.Warnings.ShouldAllBe(warning => warning.Contains("has no base_url, api_key or backend"));
    }

    [Theory]
    [InlineData("backend=http", ServiceBackend.Http)]
    [InlineData("--backend=MCP", ServiceBackend.Mcp)]
    [InlineData("language=en", null)]
    public void The_backend_is_read(string argument, ServiceBackend? backend) => _folder.Load(argument).Backend.ShouldBe(backend);

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
    [InlineData("vector_store.default.backend=elasticsearch", "argument: vector_store.default.backend=elasticsearch cannot be used: this version keeps memories in a SQLite file below data.path; set it to local")]
    [InlineData("vector_store.default.backend=qdrant", "qdrant cannot be used")]
    [InlineData("vector_store.default.backend=chroma", "chroma cannot be used")]
    [InlineData("vector_store.default.backend=local_file", "argument: vector_store.default.backend must be memory or local, not \"local_file\".")]
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
