using System.Text.Json;
using Remanence.Cli.Errors;
using Remanence.Cli.Support;
using Remanence.Hosting;
using Remanence.ScriptedModels;
using Remanence.Server;

namespace Remanence.Cli.Commands;

/// <summary><c>remanence chat</c>, piped.</summary>
public sealed class ChatTests : IAsyncLifetime
{
    private readonly TestCli _cli = new();
    private ModelEndpoint _model = null!;

    private string[] Model =>
        [
            "llm.default.model_name=test-model",
            $"llm.default.base_url={_model.BaseUrl}",
            "llm.default.api_key=sk-test",
            "llm.default.max_retries=0",
            "jobs.workers=0",
        ];

    public async ValueTask InitializeAsync() => _model = await ModelEndpoint.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _model.DisposeAsync();
        _cli.Dispose();
    }

    [Fact]
    public async Task Piped_is_answers_and_nothing_else()
    {
        _model.Chat.Enqueue(Reply.Text("Hello Ada \u001b[31m."), Reply.Text("In Lisbon."));

        var result = await ChatAsync("I am Ada, and live in Lisbon.\n\nWhere do I live?\n", Model);

        result.ShouldSucceed().Out.ShouldBe("Hello Ada \uFFFD[31m.\nIn Lisbon.\n");
        result.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--no-stream")]
    [InlineData("--json")]
    public async Task Whole_answers_are_asked_for_whole(string option)
    {
        await ChatAsync("Hello.\n", [.. Model, option]);

        _model.Chat.Requests[0].Stream.ShouldBeFalse();
    }

    [Fact]
    public async Task History_goes_on_after_a_restart()
    {
        _model.Chat.Respond(Reply.Text("Noted."));
        await ChatAsync("My cat is called Miso.\n", Model);

        (await ChatAsync("What is it called?\n/exit\nnever said\n", Model)).ShouldSucceed();

        _model.Chat.Requests.Count.ShouldBe(2);
        _model.Chat.Requests[1].Json.GetProperty("messages").EnumerateArray().Skip(1).Select(message => message.GetProperty("content").GetString())
            .ShouldBe(["My cat is called Miso.", "Noted.", "What is it called?"]);
    }

    [Fact]
    public async Task Json_is_one_object_a_turn()
    {
        _model.Chat.Respond(Reply.Text("In Lisbon."));

        var turns = await JsonAsync("/add_memory query=\"Ada lives in Lisbon.\"\nWhere do I live?\n/why\n/nonsense\n", Model);

        turns.Count.ShouldBe(4);
        turns[0].GetProperty("groups")[0].GetProperty("memories")[0].GetProperty("content").GetString().ShouldBe("Ada lives in Lisbon.");
        turns[1].GetProperty("answer").GetString().ShouldBe("In Lisbon.");
        turns[1].GetProperty("remembered").GetBoolean().ShouldBeTrue();
        turns[1].GetProperty("usage").GetProperty("total_tokens").GetInt64().ShouldBe(18);
        turns[1].GetProperty("memories")[0].GetProperty("explanation").GetProperty("reason").GetString().ShouldNotBeNullOrEmpty();
        turns[2].GetProperty("results")[0].GetProperty("memory").GetProperty("content").GetString().ShouldBe("Ada lives in Lisbon.");
        turns[3].GetProperty("error").GetString()!.ShouldContain("/nonsense");
    }

    [Fact]
    public async Task A_down_model_is_one_line_and_the_conversation_goes_on()
    {
        _model.Chat.Enqueue(Reply.Status(401), Reply.Text("Here again."));

        var result = await ChatAsync("My cat is called Miso.\nStill there?\n", Model);

        result.ShouldSucceed().Out.ShouldBe("Here again.\n");
        result.Error.ShouldStartWith("remanence: ");
        result.Error.TrimEnd('\n').ShouldNotContain("\n");
        (await _cli.RunAsync("list", "--user", "ada")).Out.ShouldContain("My cat is called Miso.");
    }

    [Fact]
    public async Task Without_a_model_it_shows_what_is_remembered_and_says_so()
    {
        var result = await ChatAsync("I live in Lisbon.\nWhere do I live?\n");

        result.ShouldSucceed().Error.ShouldContain("no chat model");
        result.Out.ShouldStartWith("Kept. Nothing is remembered about it yet.\nKept. What is remembered about it:\n");
        result.Out.ShouldContain("I live in Lisbon.");
        (await JsonAsync("Lisbon?\n"))[0].GetProperty("mode").GetString().ShouldBe("verbatim");
    }

    [Fact]
    public async Task Language_is_that_of_the_option()
    {
        await ChatAsync("Hello.\n", [.. Model, "--language", "zh", "--assistant-name", "小忆"]);

        _model.Chat.Requests[0].Json.GetProperty("messages")[0].GetProperty("content").GetString()!.ShouldStartWith("你是小忆");
        (await ChatAsync("", "--language", "klingon")).ShouldFail(ExitCodes.Usage).ShouldContain("klingon");
    }

    [Fact]
    public async Task Two_users_never_see_each_other()
    {
        await ChatAsync("My safe opens with 4711.\n/add_memory query=The safe opens with 4711.\n");

        var ben = await _cli.RunAsync(
            new TestConsole(
                "What opens the safe?\n/list_memory\n/retrieve_memory safe\n/memory\n/delete_memory query=The safe opens with 4711.\n/forget "
                + "safe\nall\n/read_message\n"),
            "chat",
            "--user",
            "ben");

        ben.ShouldSucceed().Out.ShouldNotContain("4711");
        (await _cli.RunAsync("list", "--user", "ada")).Out.ShouldContain("The safe opens with 4711.");
    }

    [Fact]
    public async Task Memories_are_stated_changed_and_forgotten()
    {
        var added = (await JsonAsync("/add_memory query=\"Likes \\\"Earl Grey\\\" = Tea\"\n"))[0];
        var memory = added.GetProperty("groups")[0].GetProperty("memories")[0];
        var id = memory.GetProperty("id").GetString()!;
        memory.GetProperty("content").GetString().ShouldBe("Likes \"Earl Grey\" = Tea");
        memory.GetProperty("kind").GetString().ShouldBe("observation");

        (await ChatAsync($"/update_memory query=Likes Green Tea memory_id={id}\n")).ShouldSucceed();
        (await ChatAsync("/list_memory\n/list_memory query=tea\n")).Out.ShouldContain("Likes Green Tea");
        (await ChatAsync("/delete_memory query=likes green tea\n")).Error.ShouldContain("No memory is exactly");
        (await ChatAsync("/delete_memory query=Likes Green Tea\n")).Out.ShouldContain("1 memory forgotten");
        (await ChatAsync("/list_memory\n")).Out.ShouldBe("Nothing is remembered yet.\n");
        (await ChatAsync($"/delete_memory memory_id={id}\n")).Error.ShouldContain(id);
    }

    [Theory]
    [InlineData("2", "Likes coffee.")]
    [InlineData("all", "")]
    [InlineData("3", "Likes coffee.|Likes tea.")]
    [InlineData("1 x", "Likes coffee.|Likes tea.")]
    [InlineData("", "Likes coffee.|Likes tea.")]
    public async Task Forget_shows_and_asks(string answer, string left)
    {
        await ChatAsync("/add_memory query=Likes tea.\n/add_memory query=Likes coffee.\n");

        var result = await ChatAsync($"/forget likes\n{answer}\n");

        result.ShouldSucceed().Error.ShouldContain("Forget which");
        var items = (await _cli.RunAsync("list", "--json"))
            .Json.GetProperty("items")
            .EnumerateArray()
            .Select(item => item.GetProperty("content").GetString()!)
            .Order(StringComparer.Ordinal);
        var second = result.Error.Split('\n').First(line => line.StartsWith(" 2. ", StringComparison.Ordinal))[4..];
        string.Join('|', items).ShouldBe(answer == "2" ? (second == "Likes tea." ? "Likes coffee." : "Likes tea.") : left);
    }

    [Fact]
    public async Task Delete_all_asks_and_erases_the_user_alone()
    {
        await _cli.RunAsync("memorize", "Ben was here.", "--user", "ben");
        await ChatAsync("I live in Lisbon.\n/add_memory query=Likes tea.\n");

        (await ChatAsync("/delete_all\nno\n/delete_all\n")).Out.ShouldBe("Nothing was erased.\nNothing was erased.\n");
        (await ChatAsync("/delete_all\nyes\n/list_memory\n")).Out.ShouldMatch("^erased 2 memories, .*\nNothing is remembered yet.\n$");

        (await _cli.RunAsync("list")).Out.ShouldContain("Ben was here.");
    }

    [Fact]
    public async Task Conversation_commands_work()
    {
        var result = await ChatAsync(
            "/session\n/session Monday Talk\n/read_message\n/stream\n/stream\n/clear\n/why\n/profile\n/memory\n//etc is a folder\n/read_message\n/session "
            + "new\n/read_message\n/quit\nno\n");

        var lines = result.ShouldSucceed().Out.Split('\n');
        lines[0].ShouldBe("The session is chat.");
        lines[1].ShouldBe("The session is Monday Talk.");
        lines[2].ShouldStartWith("Nothing goes along");
        lines[3].ShouldContain("complete");
        lines[4].ShouldContain("as they come");
        lines[5].ShouldBe("Nothing was asked yet.");
        lines[6].ShouldBe("Nothing is known about you yet.");
        lines[7].ShouldStartWith("Nothing is known about you yet;");
        lines[8].ShouldStartWith("Kept.");
        lines[9].ShouldBe("messages:");
        lines[10].ShouldEndWith("/etc is a folder");
        lines[11].ShouldMatch(@"^The session is \d{8}-\d{6}\.$");
        lines[12].ShouldStartWith("Nothing goes along");
    }

    [Fact]
    public async Task Help_names_every_command_as_the_docs_do()
    {
        var help = (await ChatAsync("/help\n")).Out;
        var docs = File.ReadAllText(Path.Combine(Repository(), "docs", "chat.md"));

        foreach (var command in Chat.SlashCommands.All)
        {
            help.ShouldContain("/" + command.Name);
            docs.ShouldContain("`/" + command.Name);
        }
    }

    [Theory]
    [InlineData("/lst_memory", "/list_memory")]
    [InlineData("/Exit", "/exit")]
    [InlineData("/add_memory", "query=")]
    [InlineData("/add_memory query=\"open", "quote")]
    [InlineData("/add_memory query=a query=b", "twice")]
    [InlineData("/update_memory query=x", "memory_id=")]
    [InlineData("/update_memory memory_id=nothing query=x", "nothing")]
    [InlineData("/list_memory refresh_time=soon", "refresh_time=soon")]
    public async Task Wrong_commands_are_one_line_and_nothing_is_said(string line, string hint)
    {
        var result = await ChatAsync(line + "\n/list_memory\n", Model);

        result.ShouldSucceed().Out.ShouldBe("Nothing is remembered yet.\n");
        result.Error.ShouldStartWith("remanence: ");
        result.Error.ShouldContain(hint);
        result.Error.TrimEnd('\n').ShouldNotContain("\n");
        _model.Chat.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Over_a_server_it_is_the_same()
    {
        await using var server = RemanenceServer.Build(
            new RemanenceSettings
            {
                HttpPort = 0,
                DataPath = _cli.PathOf("served"),
                LogLevel = Microsoft.Extensions.Logging.LogLevel.None,
            });
        await server.StartAsync(TestContext.Current.CancellationToken);
        string[] remote = [.. Model, "--url", RemanenceServer.AddressOf(server).ToString()];
        _model.Chat.Respond(Reply.Text("In Lisbon."));
        await ChatAsync("I live in Lisbon.\n", remote);

        var turns = await JsonAsync(
            "/add_memory query=Ada likes tea.\nWhere do I live, and what do I like?\n/why\n/list_memory\n/memory\n/profile\n/read_message\n/forget "
            + "tea\ny\n/delete_all\ny\n/list_memory\n",
            remote);

        turns.Select(turn => turn.TryGetProperty("error", out var error) ? error.GetString() : null).ShouldAllBe(error => error == null);
        turns[1]
            .GetProperty("memories")
            .EnumerateArray()
            .Select(found => found.GetProperty("memory").GetProperty("content").GetString())
            .ShouldBe(["Ada likes tea."]);
        turns[6].GetProperty("groups")[0].GetProperty("memories").GetArrayLength().ShouldBe(4);
        turns[^1].GetProperty("lines")[0].GetString().ShouldBe("Nothing is remembered yet.");
        _model.Chat.Requests[1].Json.GetProperty("messages").GetArrayLength().ShouldBe(4);
        Directory.Exists(_cli.DataPath).ShouldBeFalse();
    }

    [Fact]
    public async Task Consolidation_happens_at_once_when_asked_for()
    {
        _model.Chat.Respond(request => Reply.Text(request.Has("response_format")
            ? """{"facts":[{"fact":"Ada moved to Lisbon.","messages":[0],"keywords":["Lisbon"],"confidence":0.9}]}"""
            : "Noted."));
        await _cli.RunAsync("memorize", "I moved to Lisbon.", "--user", "ada", "--no-infer");

        var result = await ChatAsync("/consolidate_memory\n/memory\n", Model[..^1]);

        result.ShouldSucceed().Error.ShouldBeEmpty();
        result.Out.ShouldStartWith("[MEMORY ACTIONS]:\nnew observation: Ada moved to Lisbon. (valid)\n");
        result.Out.ShouldContain("newest observations:");
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Remanence.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    private Task<CliResult> ChatAsync(string input, params string[] args) => _cli.RunAsync(new TestConsole(input), ["chat", "--user", "ada", .. args]);

    private async Task<IReadOnlyList<JsonElement>> JsonAsync(string input, params string[] args)
    {
        var result = (await ChatAsync(input, [.. args, "--json"])).ShouldSucceed();
        return [.. result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
