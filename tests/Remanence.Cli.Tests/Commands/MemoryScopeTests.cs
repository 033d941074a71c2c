using Remanence.Cli.Support;
using Remanence.ScriptedModels;

namespace Remanence.Cli.Commands;

/// <summary>MemoryScope's command line, typed as its documentation shows it.</summary>
public sealed class MemoryScopeTests : IAsyncLifetime
{
    private readonly TestCli _cli = new();
    private ModelEndpoint _model = null!;

    public async ValueTask InitializeAsync()
    {
        _model = await ModelEndpoint.StartAsync();
        _cli.Environment["OPENAI_API_KEY"] = "sk-test";
        _cli.Environment["OPENAI_API_BASE"] = _model.BaseUrl.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _model.DisposeAsync();
        _cli.Dispose();
    }

    [Fact]
    public async Task A_file_is_all_that_a_conversation_needs()
    {
        var file = _cli.File("demo_config.yaml", """
            global: {language: en}
            memory_chat: {cli_memory_chat: {class: core.chat.cli_memory_chat, stream: true}}
            memory_service: {memory_scope_service: {class: core.service.memory_scope_service, human_name: Ann, assistant_name: Mo}}
            model: {generation_model: {class: core.models.llama_index_generation_model, module_name: openai_generation, model_name: gpt-4o}}
            """);
        _model.Chat.Enqueue(Reply.Text("Hello Ann."));

        (await SayAsync("Hello.\n", $"--config_path={file}")).Out.ShouldBe("Hello Ann.\n");
        (await SayAsync("/add_memory query=Likes tea.\n/list_memory\n/exit\n", "--config_path", file)).Out.ShouldContain("Likes tea.");

        var system = _model.Chat.Requests[0].Json.GetProperty("messages")[0].GetProperty("content").GetString()!;
        system.ShouldContain("Mo");
        system.ShouldContain("Ann");
        (await _cli.RunAsync("list", "--user", "Ann")).ShouldSucceed().Out.ShouldContain("Likes tea.");
    }

    [Fact]
    public async Task Arguments_are_all_that_a_conversation_needs()
    {
        string[] line =
        [
            "--language=en", "--memory_chat_class=cli_memory_chat", "--human_name=User", "--assistant_name=AI", "--generation_backend=openai_generation",
            "--generation_model=gpt-4o", "--enable_ranker=False",
        ];
        _model.Chat.Enqueue(Reply.Text("Good day."));

        (await SayAsync("Hello.\n", line)).ShouldSucceed().Out.ShouldBe("Good day.\n");

        _model.Chat.Requests[0].Json.GetProperty("model").GetString().ShouldBe("gpt-4o");
        _model.Chat.Requests[0].Stream.ShouldBeTrue();
        await SayAsync("Hello.\n", [.. line, "--chat_stream=False"]);
        _model.Chat.Requests[1].Stream.ShouldBeFalse();
    }

    [Fact]
    public async Task A_name_and_its_value_may_stand_apart_and_a_command_before_them()
    {
        (await SayAsync("I live in Lisbon.\n", "chat", "--human_name", "Ann", "--language", "en")).ShouldSucceed();
        (await SayAsync("I live in Porto.\n", "--assistant_name", "Mo", "--human_name", "Bea May")).ShouldSucceed();

        (await _cli.RunAsync("list", "--user", "Ann")).Out.ShouldContain("I live in Lisbon.");
        (await _cli.RunAsync("list", "--user", "Bea May")).Out.ShouldContain("I live in Porto.");
    }

    [Fact]
    public async Task Every_operation_is_a_slash_command()
    {
        var said = "/read_message\n/add_memory query=Likes tea.\n/retrieve_memory query=tea\n/list_memory\n/consolidate_memory\n/reflect_and_reconsolidate\n"
            + "/delete_memory query=Likes tea.\n/delete_all\nyes\n/stream\n/help\n/exit\n";

        var result = await SayAsync(said, "--human_name=Ann");

        result.ShouldSucceed().Error.ShouldNotContain("There is no command");
    }

    [Theory]
    [InlineData("--human_nmae=Ann")]
    [InlineData("--config_path=/no/such/file.yaml")]
    public async Task What_is_mistyped_is_told(string argument) => (await SayAsync("", "chat", argument)).ExitCode.ShouldNotBe(0);

    private Task<CliResult> SayAsync(string input, params string[] args) => _cli.RunAsync(new TestConsole(input), args);
}
