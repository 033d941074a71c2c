using Remanence.Cli.Errors;
using Remanence.Cli.Support;

namespace Remanence.Cli.Commands;

/// <summary>Remembering, finding and reading, over the store that users have.</summary>
public sealed class MemoryCommandsTests : IDisposable
{
    private readonly TestCli _cli = new();

    [Fact]
    public async Task A_text_remembered_is_found()
    {
        (await _cli.RunAsync("memorize", "I moved to Lisbon in May.", "--user", "ada", "--name", "Ada"))
            .ShouldSucceed()
            .Out.ShouldStartWith("remembered 1 message as ");

        var found = (await _cli.RunAsync("retrieve", "where does Ada live", "--user", "ada")).ShouldSucceed().Out;

        found.ShouldContain("Ada (user)");
        found.ShouldContain("I moved to Lisbon in May.");
    }

    [Fact]
    public async Task Other_users_do_not_find_it()
    {
        await _cli.RunAsync("memorize", "I moved to Lisbon in May.", "--user", "ada");

        (await _cli.RunAsync("retrieve", "Lisbon", "--user", "ben")).ShouldSucceed().Out.ShouldBe("Nothing found in workspace default.\n");
    }

    [Fact]
    public async Task Explain_shows_components()
    {
        await _cli.RunAsync("memorize", "The lighthouse is tall.");

        (await _cli.RunAsync("retrieve", "lighthouse", "--explain")).ShouldSucceed().Out.ShouldContain("words:");
        (await _cli.RunAsync("retrieve", "lighthouse", "--explain", "--json")).Json
            .GetProperty("results")[0].GetProperty("explanation").GetProperty("components").EnumerateObject().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Json_is_nothing_but_json()
    {
        var stored = (await _cli.RunAsync("memorize", "你好 <world>", "--json")).ShouldSucceed();
        stored.Json.GetProperty("messages").GetInt32().ShouldBe(1);
        var id = stored.Json.GetProperty("memory_ids")[0].GetString()!;

        (await _cli.RunAsync("show", id, "--json")).ShouldSucceed().Json.GetProperty("content").GetString().ShouldBe("你好 <world>");
        (await _cli.RunAsync("show", id, "--json")).Out.ShouldContain("你好 <world>");
        (await _cli.RunAsync("list", "--json")).ShouldSucceed().Json.GetProperty("items").GetArrayLength().ShouldBe(1);
        (await _cli.RunAsync("history", id, "--json")).ShouldSucceed().Json[0].GetProperty("operation").GetString().ShouldBe("created");
        (await _cli.RunAsync("workspaces", "--json")).ShouldSucceed().Json[0].GetProperty("name").GetString().ShouldBe("default");
        (await _cli.RunAsync("forget", id, "--json")).ShouldSucceed().Json.GetProperty("forgotten")[0].GetString().ShouldBe(id);
        (await _cli.RunAsync("doctor", "--json", "http.port=0")).ShouldSucceed().Json.GetProperty("outcome").GetString().ShouldNotBe("fail");
    }

    [Fact]
    public async Task Conversation_file_is_remembered_and_again_stores_nothing()
    {
        var file = _cli.File("chat.txt", "Ada: I fly kites.\nAssistant: How nice.\n");

        (await _cli.RunAsync("memorize", "--file", file, "--session", "s1")).ShouldSucceed().Out.ShouldStartWith("remembered 2 messages ");
        (await _cli.RunAsync("memorize", "--file", file, "--session", "s1")).ShouldSucceed();

        var items = (await _cli.RunAsync("list", "--json")).Json.GetProperty("items").EnumerateArray().ToList();
        string.Join('|', items.Select(i => i.GetProperty("content").GetString())).ShouldBe("I fly kites.|How nice.");
        items.ShouldAllBe(i => i.GetProperty("session_id").GetString() == "s1");
    }

    [Fact]
    public async Task Exported_chat_keeps_who_spoke_and_when()
    {
        var file = _cli.File(
            "WhatsApp Chat with Jon.txt",
            "14/10/25, 10:56 - Mia Stone: I moved yesterday.\n14/10/25, 11:05 - Jon Reed: I am vegetarian\nand tired\n");

        var stored = (await _cli.RunAsync("memorize", "--file", file, "--user", "mia", "--me", "Mia Stone")).ShouldSucceed();

        stored.Error.ShouldBeEmpty();
        var items = (await _cli.RunAsync("list", "--json"))
            .Json.GetProperty("items")
            .EnumerateArray()
            .OrderBy(item => item.GetProperty("observed_at").GetString(), StringComparer.Ordinal)
            .ToList();
        items.Select(item => item.TryGetProperty("name", out var name) ? name.GetString() : null).ShouldBe([null, "Jon Reed"]);
        items[0].GetProperty("observed_at").GetString()!.ShouldStartWith("2025-10-14T10:56:00");
        items[0].GetProperty("event_time").GetProperty("start").GetString()!.ShouldStartWith("2025-10-13");
        items[1].GetProperty("content").GetString().ShouldBe("I am vegetarian\nand tired");
        (await _cli.RunAsync("memorize", "--file", file, "--workspace", "w2")).ShouldSucceed().Error.ShouldContain("--me NAME");
        (await _cli.RunAsync("memorize", "hi", "--me", "Mia")).ShouldFail(ExitCodes.Usage).ShouldContain("--name");
    }

    [Fact]
    public async Task What_max_tokens_leaves_out_is_said()
    {
        await _cli.RunAsync("memorize", string.Concat(Enumerable.Repeat("zebra ", 2000)));

        (await _cli.RunAsync("retrieve", "zebra", "--max-tokens", "50")).ShouldSucceed().Out.ShouldContain("cut around what was asked for");
        (await _cli.RunAsync("retrieve", "zebra", "--max-tokens", "1")).ShouldSucceed().Out.ShouldBe("None of 1 memories found fit into max_tokens 1.\n");
    }

    [Fact]
    public async Task Standard_input_is_read_as_a_file()
    {
        var console = new TestConsole("{\"role\":\"user\",\"content\":\"one\"}\n{\"role\":\"assistant\",\"content\":\"two\"}\n");

        (await _cli.RunAsync(console, "memorize", "-", "--json")).ShouldSucceed().Json.GetProperty("memory_ids").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Broken_file_stores_nothing()
    {
        var good = string.Concat(Enumerable.Range(0, 1500).Select(i => $"{{\"role\":\"user\",\"content\":\"m{i}\"}}\n"));
        var file = _cli.File("chat.jsonl", good + "{\"role\":\"user\",\"cont");

        (await _cli.RunAsync("memorize", "--file", file)).ShouldFail(ExitCodes.Usage).ShouldContain("line 1501");

        Directory.Exists(_cli.DataPath).ShouldBeFalse();
    }

    [Theory]
    [InlineData("memorize")]
    [InlineData("memorize text --file x")]
    [InlineData("memorize --file /nowhere/x.json")]
    [InlineData("memorize text --role king")]
    [InlineData("memorize --file x --role user")]
    [InlineData("retrieve x --top-k 0")]
    [InlineData("retrieve x --top-k 100000")]
    [InlineData("list --limit 0")]
    [InlineData("list --cursor nonsense")]
    [InlineData("erase")]
    [InlineData("erase --user ada --workspace-all")]
    [InlineData("serve --url http://127.0.0.1:1")]
    public async Task Wrong_input_is_one_line_and_code2(string line) => (await _cli.RunAsync(line.Split(' '))).ShouldFail(ExitCodes.Usage);

    [Fact]
    public async Task Empty_user_is_refused() => (await _cli.RunAsync("list", "--user", "")).ShouldFail(ExitCodes.Usage).ShouldContain("--user");

    [Fact]
    public async Task Unknown_id_is_code3()
    {
        (await _cli.RunAsync("show", "nothing")).ShouldFail(ExitCodes.NotFound);
        (await _cli.RunAsync("history", "nothing")).ShouldFail(ExitCodes.NotFound);
        (await _cli.RunAsync("forget", "nothing")).ShouldFail(ExitCodes.NotFound);
        (await _cli.RunAsync("workspaces", "drop", "nothing", "--yes")).ShouldFail(ExitCodes.NotFound);
        (await _cli.RunAsync("export", "-", "--workspace", "nothing")).ShouldFail(ExitCodes.NotFound);
    }

    [Fact]
    public async Task Reading_makes_no_store()
    {
        foreach (
            var line in (string[][])
                [
                    ["list"],
                    ["retrieve", "x"],
                    ["workspaces", "--json"],
                    ["jobs"],
                    ["profile", "--user", "ada"],
                    ["export"],
                    ["show", "a"],
                ])
        {
            var result = await _cli.RunAsync(line);
            result.ExitCode.ShouldBe(ExitCodes.NotFound, string.Join(' ', line));
            result.Error.ShouldContain($"remanence: There is no store in {_cli.DataPath}: ");
        }

        (await _cli.RunAsync("doctor", "http.port=0")).ShouldSucceed().Out.ShouldContain("none yet");

        Directory.Exists(_cli.DataPath).ShouldBeFalse();
    }

    [Fact]
    public async Task List_goes_on_at_its_cursor()
    {
        await _cli.RunAsync("memorize", "--file", _cli.File("c.txt", "A: one\nB: two\nC: three\n"));

        var first = (await _cli.RunAsync("list", "--limit", "2", "--json")).Json;
        var second = (await _cli.RunAsync("list", "--limit", "2", "--json", "--cursor", first.GetProperty("next_cursor").GetString()!)).Json;

        first.GetProperty("items").GetArrayLength().ShouldBe(2);
        second.GetProperty("items")[0].GetProperty("content").GetString().ShouldBe("three");
        second.TryGetProperty("next_cursor", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task List_filters_kind_and_status()
    {
        await _cli.RunAsync("memorize", "one");

        (await _cli.RunAsync("list", "--kind", "message", "--status", "active", "--json")).Json.GetProperty("items").GetArrayLength().ShouldBe(1);
        (await _cli.RunAsync("list", "--kind", "insight", "--json")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await _cli.RunAsync("list", "--status", "expired", "--json")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Forgetting_checks_every_id_first()
    {
        var id = (await _cli.RunAsync("memorize", "one", "--json")).Json.GetProperty("memory_ids")[0].GetString()!;

        (await _cli.RunAsync("forget", id, "nothing")).ShouldFail(ExitCodes.NotFound);
        (await _cli.RunAsync("show", id)).ShouldSucceed();
        (await _cli.RunAsync("forget", id)).ShouldSucceed().Out.ShouldBe($"forgot {id}\n");
        (await _cli.RunAsync("show", id)).ShouldFail(ExitCodes.NotFound);
        (await _cli.RunAsync("history", id)).ShouldSucceed().Out.ShouldContain("deleted");
    }

    [Fact]
    public async Task Hostile_text_does_not_reach_the_terminal()
    {
        (await _cli.RunAsync("memorize", "\u001b[2Jgone [bold]not markup[/] \u202Ereversed", "--name", "[red]Ada")).ShouldSucceed();

        string[] outputs = [(await _cli.RunAsync("list")).ShouldSucceed().Out, (await _cli.RunAsync("retrieve", "gone")).ShouldSucceed().Out];

        foreach (var output in outputs)
        {
            output.ShouldNotContain('\u001b');
            output.ShouldNotContain('\u202e');
            output.ShouldContain("[bold]not markup[/]");
        }
    }

    [Fact]
    public async Task Workspaces_are_separate()
    {
        await _cli.RunAsync("memorize", "in work", "-w", "work");
        await _cli.RunAsync("memorize", "at home", "-w", "home");

        (await _cli.RunAsync("list", "-w", "work")).Out.ShouldNotContain("at home");
        (await _cli.RunAsync("workspaces")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Colours_are_for_terminals_that_want_them()
    {
        await _cli.RunAsync("memorize", "one");

        (await _cli.RunAsync("list")).Out.ShouldNotContain('\u001b');
        _cli.Environment["NO_COLOR"] = "1";
        (await _cli.RunAsync(new TestConsole(terminal: true), "list")).Out.ShouldNotContain('\u001b');
    }

    [Fact]
    public async Task Cancelled_is_code130()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        var result = await _cli.RunBareAsync(new TestConsole(), ["memorize", "one", "data.path=" + _cli.DataPath], source.Token);

        result.ShouldFail(ExitCodes.Cancelled).ShouldBe("remanence: cancelled\n");
    }

    [Fact]
    public async Task Environment_variable_names_the_data_folder()
    {
        _cli.Environment["REMANENCE_DATA_PATH"] = _cli.PathOf("elsewhere");

        (await _cli.RunBareAsync(new TestConsole(), ["memorize", "one"])).ShouldSucceed();

        Directory.Exists(_cli.PathOf("elsewhere")).ShouldBeTrue();
    }

    public void Dispose() => _cli.Dispose();
}
