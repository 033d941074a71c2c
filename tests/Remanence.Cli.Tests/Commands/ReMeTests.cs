using Remanence.Cli.Errors;
using Remanence.Cli.Processes;
using Remanence.Cli.Support;

namespace Remanence.Cli.Commands;

public sealed class ReMeTests : IDisposable
{
    private const string Line = """{"workspace_id":"demo","memory_id":"m1","memory_type":"task","when_to_use":"When moving","content":"Order boxes first."}""";

    private readonly TestCli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Import_takes_over_a_folder_of_ReMe_and_can_be_repeated()
    {
        var folder = Directory.CreateDirectory(_cli.PathOf("old")).FullName;
        File.WriteAllText(Path.Combine(folder, "a.jsonl"), Line + "\n");
        File.WriteAllText(Path.Combine(folder, "b.jsonl"), Line + "\n" + Line.Replace("m1", "m2", StringComparison.Ordinal) + "\n");

        (await _cli.RunAsync("import", "--reme", folder)).ShouldSucceed().Out.ShouldBe(
            "imported 1 memories into workspace a (0 were there already)\nimported 2 memories into workspace b (0 were there already)\n");
        var again = (await _cli.RunAsync("import", "--reme", folder, "--json")).ShouldSucceed().Json;

        again[1].GetProperty("skipped").GetInt64().ShouldBe(2);
        (await _cli.RunAsync("show", "m2", "-w", "b")).ShouldSucceed().Out.ShouldContain("Order boxes first.");
    }

    [Fact]
    public async Task Import_of_a_broken_file_stores_nothing_and_says_where()
    {
        var folder = Directory.CreateDirectory(_cli.PathOf("old")).FullName;
        File.WriteAllText(Path.Combine(folder, "a.jsonl"), Line + "\n");
        File.WriteAllText(Path.Combine(folder, "b.jsonl"), Line + "\n{\n");

        (await _cli.RunAsync("import", "--reme", folder)).ShouldFail(ExitCodes.Usage).ShouldContain("line 2");

        (await _cli.RunAsync("workspaces", "--json")).Json.GetArrayLength().ShouldBe(0);
        (await _cli.RunAsync("import", "--reme", _cli.PathOf("nowhere"))).ShouldFail(ExitCodes.Usage).ShouldContain("holds no .jsonl files");
        (await _cli.RunAsync("import", "--reme", folder, "-w", "x")).ShouldFail(ExitCodes.Usage);
    }

    [Fact]
    public async Task Backend_cmd_runs_one_flow_and_prints_its_answer()
    {
        (
            await ServeAsync(
                "cmd.flow=summary_task_memory",
                """cmd.params={"trajectories":[{"messages":[{"role":"user","content":"Plan the move"}],"score":1.0}]}""")
        ).ShouldSucceed();

        (await ServeAsync("cmd.flow=retrieve_task_memory_simple", "cmd.params.query=a move")).ShouldSucceed().Out.ShouldContain("Plan the move");
        var response = (await ServeAsync("cmd.flow=build_query_op >> recall_vector_store_op >> merge_memory_op", "cmd.params.query=a move", "--json"))
            .ShouldSucceed()
            .Json;
        response.GetProperty("metadata").GetProperty("memory_list").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Backend_cmd_says_by_its_code_what_went_wrong()
    {
        var unsuccessful = await ServeAsync("cmd.flow=retrieve_tool_memory", "cmd.params.tool_names=unknown");
        unsuccessful.ExitCode.ShouldBe(ExitCodes.Failed);
        unsuccessful.Out.ShouldNotBeEmpty();

        (await ServeAsync("cmd.flow=retrieve_task_memory")).ShouldFail(ExitCodes.Usage).ShouldContain("query: Field required");
        (await ServeAsync("cmd.flow=vector_store", "cmd.params.action=nothing")).ShouldFail(ExitCodes.Usage).ShouldContain("invalid action");
        var unknown = await ServeAsync("cmd.flow=no_such_operator");
        unknown.ExitCode.ShouldBe(ExitCodes.Usage);
        unknown.Error.ShouldStartWith("remanence: cmd.flow: flow cmd: there is no operator \"no_such_operator\"");
        (await ServeAsync()).ShouldFail(ExitCodes.Usage).ShouldContain("cmd.flow");
    }

    [Fact]
    public async Task Serve_starts_with_ReMes_arguments()
    {
        await using var server = CliProcess.Start(
            "serve", "backend=http", "http.port=0", "llm.default.model_name=qwen3-30b-a3b-thinking-2507",
            "embedding_model.default.model_name=text-embedding-v4",
            "vector_store.default.backend=local", "vector_store.default.params.store_dir=" + _cli.PathOf("none"), "data.path=" + _cli.DataPath);

        (await server.ReadLineAsync()).ShouldStartWith("Remanence listens on http://127.0.0.1:");
    }

    [Fact]
    public async Task Serve_refuses_stores_that_are_not_there()
    {
        var refused = (await _cli.RunAsync("serve", "vector_store.default.backend=qdrant")).ShouldFail(ExitCodes.Usage);

        refused.ShouldBe(
            "remanence: argument: vector_store.default.backend=qdrant cannot be used: this version keeps memories in a SQLite file below data.path; set it "
            + "to local, or leave it out.\n");
    }

    private Task<CliResult> ServeAsync(params string[] arguments) => _cli.RunAsync(["serve", "backend=cmd", .. arguments]);
}
