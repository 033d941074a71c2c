using Microsoft.Extensions.AI;
using Remanence.Cli.Connections;
using Remanence.Cli.Errors;
using Remanence.Cli.Invocation;
using Remanence.Cli.Support;
using Remanence.Evaluation.FrozenLake;

namespace Remanence.Cli.Commands;

public sealed class EvalFrozenLakeTests : IDisposable
{
    private readonly TestCli _cli = new();

    [Fact]
    public async Task An_experiment_prints_its_phases_and_writes_its_files()
    {
        await using var service = await ScriptedReMe.StartAsync();

        var output = (await RunAsync(service.Url, "--train-on", "test", "--test-maps", "12", "--test-runs", "2")).ShouldSucceed().Out;

        output.ShouldContain("frozenlake_no_slippery: FrozenLake 4x4, not slippery, seed 0");
        output.ShouldContain("player: scripted, no model");
        output.ShouldContain("trained on test maps, 12 test maps among them");
        output.ShouldContain("48 memories made");
        output.ShouldContain("test_with_memory: ");
        output.ShouldContain("difference with memory, paired by map: ");
        File.ReadLines(_cli.PathOf("out/frozenlake_no_slippery_test_with_memory.jsonl")).Count().ShouldBe(24);
        service.Calls.ShouldAllBe(call => (string)call.Body["workspace_id"]! == "frozenlake_no_slippery");
    }

    [Fact]
    public async Task Json_is_one_report()
    {
        await using var service = await ScriptedReMe.StartAsync();

        var report = (await RunAsync(service.Url, "--test-maps", "3", "--train-maps", "2", "--slippery", "--experiment", "ice", "--workspace", "w", "--json"))
            .ShouldSucceed()
            .Json;

        report.GetProperty("player").GetString().ShouldBe("scripted");
        report.GetProperty("is_slippery").GetBoolean().ShouldBeTrue();
        report.GetProperty("workspace").GetString().ShouldBe("w");
        report.GetProperty("phases").EnumerateArray().Select(phase => phase.GetProperty("runs").GetInt32()).ShouldBe([8, 3, 3]);
        report.GetProperty("phases")[1].GetProperty("at")[0].GetProperty("pass").GetProperty("method").GetString().ShouldBe("wilson");
    }

    [Fact]
    public async Task Saved_maps_can_be_played_again()
    {
        var maps = _cli.PathOf("maps.jsonl");
        (await RunAsync(null, "--phase", "test_no_memory", "--test-maps", "5", "--size", "8", "--save-maps", maps)).ShouldSucceed();

        var output = (await RunAsync(null, "--phase", "test_no_memory", "--maps", maps)).ShouldSucceed().Out;

        output.ShouldContain("FrozenLake 8x8");
        output.ShouldContain("on 5 maps");
        output.ShouldNotContain("memory: workspace");
    }

    [Fact]
    public async Task A_model_of_the_settings_plays_when_it_is_named()
    {
        await using var service = await ScriptedReMe.StartAsync();
        using var client = new DownThenRight();
        var names = new List<string>();
        var context = new CliContext(new TestConsole(), _ => null, TimeProvider.System)
        {
            OpenChat = (_, name) =>
            {
                names.Add(name);
                return new ChatModel(client, "tiny");
            },
        };

        var code = await RemanenceCommandLine.RunAsync(
            context,
            [
                "eval", "frozenlake", "--model", "player", "--test-maps", "4", "--train-on", "test", "--output",
                _cli.PathOf("out"),
                "--url",
                service.Url.AbsoluteUri,
            ],
            TestContext.Current.CancellationToken);

        code.ShouldBe(ExitCodes.Ok, ((TestConsole)context.Console).ErrorText);
        names.ShouldBe(["player"]);
        ((TestConsole)context.Console).OutText.ShouldContain("player: the chat model tiny");
        File.ReadLines(_cli.PathOf("out/frozenlake_no_slippery_training.jsonl")).ShouldAllBe(line => line.Contains("\"player\":\"tiny\""));
        client.Options.ShouldAllBe(options => options.Temperature == 0.7f && options.Seed >= 0);
        client.Options.Select(options => options.Seed).Distinct().Count().ShouldBeGreaterThan(4);
        client.SawMemory.ShouldBeTrue();
    }

    [Fact]
    public async Task Without_models_the_option_is_not_there() =>
        (await RunAsync(null, "--model", "default")).ShouldFail(ExitCodes.Usage).ShouldContain("--model");

    [Fact]
    public async Task A_service_that_fails_fails_the_run()
    {
        await using var service = await ScriptedReMe.StartAsync();
        service.Instead = (_, _) => (500, "Internal Server Error");

        (await RunAsync(service.Url, "--test-maps", "2", "--train-maps", "2")).ShouldFail(ExitCodes.Failed).ShouldContain("/summary_task_memory answered 500");
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_unreachable() =>
        (await RunAsync(new Uri("http://127.0.0.1:1"))).ShouldFail(ExitCodes.Unreachable).ShouldContain("does not answer");

    [Theory]
    [InlineData("--size", "1")]
    [InlineData("--train-runs", "0")]
    [InlineData("--workers", "many")]
    [InlineData("--train-on", "dev")]
    [InlineData("--phase", "sleep")]
    [InlineData("--experiment", "a/b")]
    [InlineData("--experiment", "")]
    [InlineData("--maps", "nowhere.jsonl")]
    public async Task Wrong_options_are_refused(string option, string value) => (await RunAsync(null, option, value)).ShouldFail(ExitCodes.Usage);

    [Fact]
    public async Task A_broken_map_file_is_named_with_its_line() =>
        (await RunAsync(null, "--maps", _cli.File("m.jsonl", "{}\n"))).ShouldFail(ExitCodes.Usage).ShouldContain("m.jsonl, line 1");

    public void Dispose() => _cli.Dispose();

    private Task<CliResult> RunAsync(Uri? url, params string[] args) =>
        _cli.RunBareAsync(
            new TestConsole(),
            ["eval", "frozenlake", "--output", _cli.PathOf("out"), .. args, .. url is null ? Array.Empty<string>() : ["--url", url.AbsoluteUri]]);

    private sealed class DownThenRight : IChatClient
    {
        private readonly Lock _lock = new();
        private readonly List<ChatOptions> _options = [];

        public IReadOnlyList<ChatOptions> Options => _options;

        public bool SawMemory { get; private set; }

        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default)
        {
            ChatMessage[] all = [.. messages];
            lock (_lock)
            {
                _options.Add(options!);
                SawMemory |= all[1].Text.Contains("outcome:", StringComparison.Ordinal);
            }

            var action = all.Count(message => message.Role == ChatRole.Assistant) % 2 == 0 ? 1 : 2;
            return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, $$"""{"action":"{{action}}"}""")));
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
