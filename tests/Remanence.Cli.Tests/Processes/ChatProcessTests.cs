using Remanence.Cli.Errors;
using Remanence.Cli.Support;
using Remanence.ScriptedModels;

namespace Remanence.Cli.Processes;

/// <summary>A conversation over real standard input and output, and its Ctrl-C.</summary>
public sealed class ChatProcessTests : IDisposable
{
    private readonly TestCli _cli = new();

    [Fact]
    public async Task Ctrl_c_stops_the_answer_and_then_the_conversation()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        await using var model = await ModelEndpoint.StartAsync();
        model.Chat.Enqueue(Reply.Text("你好。"), Reply.SilentStream(new Gate(), "One moment\n"), Reply.Text("Here again."));
        await using var chat = CliProcess.StartWithInput(
            "chat",
            "--user",
            "ada",
            "data.path=" + _cli.DataPath,
            "llm.default.model_name=test-model",
            $"llm.default.base_url={model.BaseUrl}",
            "llm.default.api_key=sk-test",
            // The replies are for the conversation, and not for what is made of it.
            "jobs.workers=0");

        await chat.WriteLineAsync("我叫小雅。");
        (await chat.ReadLineAsync()).ShouldBe("你好。");
        await chat.WriteLineAsync("My cat is called Miso.");
        (await chat.ReadLineAsync()).ShouldBe("One moment");
        await chat.SignalAsync("INT");
        (await chat.ReadLineAsync()).ShouldBe("");
        await chat.WriteLineAsync("Still there?");
        (await chat.ReadLineAsync()).ShouldBe("Here again.");
        await chat.SignalAsync("INT");
        var (code, _, error) = await chat.EndAsync();

        code.ShouldBe(ExitCodes.Cancelled, error);
        error.ShouldBe("Stopped. What you said is kept.\n");
        var said = (await _cli.RunAsync("list", "--user", "ada")).ShouldSucceed().Out;
        said.ShouldContain("我叫小雅。");
        said.ShouldContain("My cat is called Miso.");
        said.ShouldNotContain("One moment");
    }

    [Fact]
    public async Task End_of_input_is_code0()
    {
        await using var chat = CliProcess.Start("chat", "data.path=" + _cli.DataPath);

        (await chat.EndAsync()).ExitCode.ShouldBe(ExitCodes.Ok);
    }

    public void Dispose() => _cli.Dispose();
}
