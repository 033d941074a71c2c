using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Remanence.Server.Tests.PersonalMemory;

/// <summary>A caller's metadata is the caller's: whatever is written there changes nothing of what Remanence knows about a memory.</summary>
public sealed class StateTests
{
    private const string W = "/v1/workspaces/w";
    private const string Label = """{"metadata":{"label":"seen"}}""";

    [Fact]
    public async Task A_labelled_fact_is_superseded_by_a_newer_one()
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server, "I live in Lisbon.", "2022-01-05T10:00:00Z");
        var fact = (await ListAsync(server, "observation")).Single();
        fact.GetProperty("state").GetProperty("fact").GetProperty("value").GetString().ShouldBe("Lisbon");
        fact.TryGetProperty("metadata", out _).ShouldBeFalse();
        var labelled = await LabelAsync(server, fact);
        labelled.GetProperty("state").GetRawText().ShouldBe(fact.GetProperty("state").GetRawText());

        await TellAsync(server, "I moved to Berlin.", "2024-01-05T10:00:00Z");

        (await ListAsync(server, "observation&status=active")).Select(Content).ShouldBe(["The user lives in Berlin."]);
        var old = (await ListAsync(server, "observation&status=superseded")).Single();
        old.GetProperty("metadata").GetRawText().ShouldBe("""{"label":"seen"}""");
    }

    [Fact]
    public async Task A_labelled_insight_is_withdrawn_with_its_facts_and_drawn_anew()
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server, "I love fado, chess and tea.", "2024-01-05T10:00:00Z");
        await server.Client.PostAsync(W + "/reflect?user_id=ada", "{}");
        var insight = (await ListAsync(server, "insight")).Single();
        await LabelAsync(server, insight);
        foreach (var fact in await ListAsync(server, "observation"))
        {
            // Reflection has seen them, labelled or not.
            (await LabelAsync(server, fact)).GetProperty("state").GetProperty("reflected").GetBoolean().ShouldBeTrue();
        }

        (await server.Client.PostAsync(W + "/reflect?user_id=ada", "{}")).GetProperty("memories").GetArrayLength().ShouldBe(0);
        foreach (var fact in (await ListAsync(server, "observation")).Take(2))
        {
            await DeleteAsync(server, fact);
        }

        var withdrawn = (await ListAsync(server, "insight")).Single();
        withdrawn.GetProperty("status").GetString().ShouldBe("expired");
        withdrawn.GetProperty("state").GetProperty("insight").GetRawText().ShouldBe("""{"subject":"likes","withdrawn":true}""");
        await LabelAsync(server, withdrawn);
        await TellAsync(server, "I love opera, jazz and rowing.", "2024-03-05T10:00:00Z");
        await server.Client.PostAsync(W + "/reflect?user_id=ada", "{}");

        var again = (await ListAsync(server, "insight")).Single();
        again.GetProperty("id").GetString().ShouldBe(insight.GetProperty("id").GetString());
        again.GetProperty("status").GetString().ShouldBe("active");
        again.GetProperty("metadata").GetRawText().ShouldBe("""{"label":"seen"}""");
    }

    [Fact]
    public async Task A_note_of_what_was_forgotten_takes_no_label_and_keeps_it_away()
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server, "I live in Lisbon.", "2022-01-05T10:00:00Z");
        await DeleteAsync(server, (await ListAsync(server, "observation")).Single());
        var note = (await ListAsync(server, "forgotten")).Single();
        note.GetProperty("state").GetProperty("forgotten").GetArrayLength().ShouldBeGreaterThan(0);
        using (var answer = await server.Client.PatchAsync(PathOf(note), Wire.Json(Label)))
        {
            await answer.ReadProblemAsync(409);
        }

        // The same message once more, under another id.
        await TellAsync(server, "I live in Lisbon.", "2022-01-05T10:00:00Z");

        (await ListAsync(server, "observation")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_labelled_wish_still_withholds_what_it_meant()
    {
        await using var server = await RunningServer.StartAsync();
        const string told =
            """{"user_id":"ada","session_id":"s","infer":false,"messages":[{"id":"1","role":"user","content":"I am seeing somebody.","time":"2024-01-05T10:00:00Z"}]}""";
        const string wish =
            """{"user_id":"ada","session_id":"s","infer":false,"messages":[{"id":"2","role":"user","content":"Please forget what I just said.","time":"2024-01-05T10:01:00Z"}]}""";
        await server.Client.PostAsync(W + "/messages", told);
        await server.Client.PostAsync(W + "/messages", wish);
        var asking = (await ListAsync(server, "message")).Single();
        asking.GetProperty("state").GetProperty("withholds").GetArrayLength().ShouldBe(1);

        (await LabelAsync(server, asking)).GetProperty("state").GetRawText().ShouldBe(asking.GetProperty("state").GetRawText());
        await server.Client.PostAsync(W + "/messages", wish);
        (await ListAsync(server, "message")).Single().GetProperty("id").GetString().ShouldBe(asking.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_labelled_experience_knows_its_runs()
    {
        await using var server = await RunningServer.StartAsync();
        const string run =
            """{"workspace_id":"w","trajectories":[{"score":1.0,"task_id":"t","messages":[{"role":"user","content":"Find the red book"},{"role":"assistant","content":"I look on the shelf and take the red book."}]}]}""";
        await server.Client.PostAsync("/summary_task_memory", run);
        var experience = (await ListAsync(server, "task")).Single();
        var runs = experience.GetProperty("state").GetProperty("experience").GetProperty("runs").GetRawText();
        await LabelAsync(server, experience);

        await server.Client.PostAsync("/summary_task_memory", run);

        var known = (await ListAsync(server, "task")).Single();
        known.GetProperty("state").GetProperty("experience").GetProperty("runs").GetRawText().ShouldBe(runs);
        known.TryGetProperty("use", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_labelled_tool_keeps_its_calls()
    {
        await using var server = await RunningServer.StartAsync();
        await CallAsync("tea", "A drink.");
        await LabelAsync(server, (await ListAsync(server, "tool")).Single());
        await CallAsync("fado", "Music.");

        var tool = (await ListAsync(server, "tool")).Single();
        tool.GetProperty("state")
            .GetProperty("tool")
            .GetProperty("results")
            .EnumerateArray()
            .Select(call => call.GetProperty("output").GetString())
            .ShouldBe(["A drink.", "Music."]);
        tool.GetProperty("state").GetProperty("tool").GetProperty("by_rules").GetBoolean().ShouldBeTrue();
        var shown = await server.Client.PostAsync("/vector_store", """{"workspace_id":"w","action":"list"}""");
        var listed = shown.GetProperty("metadata").GetProperty("action_result")[0];
        listed.GetProperty("tool_call_results").GetArrayLength().ShouldBe(2);
        listed.GetProperty("metadata").GetRawText().ShouldBe("""{"label":"seen"}""");

        Task CallAsync(string input, string output) =>
            server.Client.PostAsync(
                "/add_tool_call_result",
                $$"""{"workspace_id":"w","tool_call_results":[{"tool_name":"look_up","input":"{{input}}","output":"{{output}}"}]}""");
    }

    [Fact]
    public async Task A_labelled_habit_is_found_by_its_weekday()
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server, "I swim every Wednesday.", "2024-07-15T10:00:00Z");
        foreach (var habit in await ListAsync(server, "observation"))
        {
            habit.GetProperty("state").GetProperty("recurrence").GetString()!.ShouldContain("BYDAY=WE");
            await LabelAsync(server, habit);
        }

        var found = await server.Client.PostAsync(
            W + "/search",
            """{"query":"what do I do on Wednesdays?","user_id":"ada","kinds":["observation"],"now":"2024-07-17T10:00:00Z","explain":true}""");
        found.GetProperty("results")[0].GetProperty("explanation").GetProperty("matched_times").GetRawText().ShouldBe("""["Wednesdays"]""");
    }

    [Fact]
    public async Task A_conversation_shows_that_it_was_consolidated_beside_its_metadata()
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server, "I live in Lisbon.", "2022-01-05T10:00:00Z");
        var conversation = (await server.Client.GetJsonAsync(W + "/resources")).GetProperty("items").EnumerateArray().Single();
        conversation.GetProperty("state").GetRawText().ShouldBe("""{"version":1,"consolidated":true}""");
        conversation.TryGetProperty("metadata", out _).ShouldBeFalse();
        (await server.Client.PostAsync(W + "/consolidate?user_id=ada", "{}")).GetProperty("memories").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData(
        "POST",
        "/memories",
        """{"content":"The user lives in Rome.","kind":"observation","metadata":{"_remanence":{"fact":{"attribute":"home","value":"Rome"}}}}""",
        "metadata._remanence")]
    [InlineData("POST", "/memories", """{"content":"x","metadata":{"a":1,"\u005fremanence":null}}""", "metadata._remanence")]
    [InlineData("POST", "/memories", """{"content":"x","state":{"version":1}}""", "state")]
    [InlineData("POST", "/resources", """{"text":"x","metadata":{"_remanence":{"consolidated":true}}}""", "metadata._remanence")]
    [InlineData("POST", "/resources", """{"text":"x","state":{"version":1,"consolidated":true}}""", "state")]
    [InlineData("POST", "/messages", """{"messages":[{"role":"user","content":"x"}],"state":{"version":1}}""", "state")]
    [InlineData("POST", "/search", """{"query":"x","filter":{"reflected":true}}""", "filter.reflected")]
    public async Task What_Remanence_keeps_is_not_taken_from_callers(string method, string path, string body, string field)
    {
        await using var server = await RunningServer.StartAsync();
        using var answer = await server.Client.SendAsync(method, W + path, Wire.Json(body));
        await answer.ReadProblemAsync(400, field);
        (await server.Client.GetJsonAsync("/v1/workspaces")).GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"metadata":{"_remanence":{"fact":{"attribute":"home","value":"Rome"}}}}""", "metadata._remanence")]
    [InlineData("""{"state":{"version":1,"fact":{"attribute":"home","value":"Rome"}}}""", "state")]
    [InlineData("""{"state":null}""", "state")]
    public async Task A_patch_cannot_forge_a_fact(string patch, string field)
    {
        await using var server = await RunningServer.StartAsync();
        var stated = await server.Client.PostAsync(W + "/memories", """{"content":"The user lives in Rome.","kind":"observation"}""", HttpStatusCode.Created);
        using var answer = await server.Client.PatchAsync(new Uri($"{W}/memories/{stated.GetProperty("id").GetString()}", UriKind.Relative), Wire.Json(patch));
        await answer.ReadProblemAsync(400, field);
    }

    [Fact]
    public async Task An_upload_cannot_bring_it_either()
    {
        await using var server = await RunningServer.StartAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("A document."), "file", "a.txt" },
            { new StringContent("""{"_remanence":{"consolidated":true}}"""), "metadata" },
        };
        using var answer = await server.Client.PostAsync(new Uri(W + "/resources", UriKind.Relative), form);
        await answer.ReadProblemAsync(400, "metadata._remanence");
    }

    [Fact]
    public async Task An_export_carries_state_and_an_import_takes_it()
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server, "I live in Lisbon.", "2022-01-05T10:00:00Z");
        using var exported = await server.Client.PostAsync(new Uri(W + "/export", UriKind.Relative), content: null);
        var lines = await exported.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        lines.ShouldNotContain("_remanence");
        await ImportAsync(server, lines);
        await AskAgainAsync(server);
    }

    [Fact]
    public async Task An_export_of_an_older_version_is_converted()
    {
        await using var server = await RunningServer.StartAsync();
        const string memory =
            """{"id":"f","workspace":"w","user_id":"ada","kind":"observation","author":"verbatim","content":"The user lives in Lisbon.","metadata":{"mine":1.50,"_remanence":{"fact":{"attribute":"home","value":"Lisbon","single":true,"said":["k"]},"reflected":true}},"observed_at":"2022-01-05T10:00:00Z","recorded_at":"2022-01-05T10:00:00Z","updated_at":"2022-01-05T10:00:00Z","valid_from":"2022-01-05T10:00:00Z"}""";
        await ImportAsync(
            server,
            $$$"""
            {"header":{"format":"remanence-export","version":1,"workspace":"w"}}
            {"resource":{"id":"r","scope":{"workspace":"w"},"modality":"conversation","metadata":{"_remanence":{"consolidated":true}},"recorded_at":"2022-01-05T10:00:00Z"}}
            {"memory":{{{memory}}}}
            {"history":{"memory_id":"f","sequence":1,"at":"2022-01-05T10:00:00Z","operation":"updated","actor":"x","before":{{{memory}}},"after":{{{memory}}}}}
            """);

        var fact = (await ListAsync(server, "observation", "v")).Single();
        fact.GetProperty("metadata").GetRawText().ShouldBe("""{"mine":1.50}""");
        fact.GetProperty("state")
            .GetRawText()
            .ShouldBe("""{"version":1,"fact":{"attribute":"home","value":"Lisbon","single":true,"said":["k"]},"reflected":true}""");
        var history = (await server.Client.GetJsonAsync("/v1/workspaces/v/memories/f/history")).GetRawText();
        history.ShouldNotContain("_remanence");
        history.ShouldContain("\"state\"");
        (await server.Client.GetJsonAsync("/v1/workspaces/v/resources"))
            .GetProperty("items")[0]
            .GetProperty("state")
            .GetProperty("consolidated")
            .GetBoolean()
            .ShouldBeTrue();
        await AskAgainAsync(server);
    }

    [Theory]
    [InlineData("""{"metadata":{"_remanence":{"fact":{"said":[1]}}}}""", "memory.metadata._remanence.fact.said")]
    [InlineData("""{"metadata":{"_remanence":7}}""", "memory.metadata._remanence")]
    [InlineData("""{"metadata":{"_remanence":{"reflected":true,"magic":1}}}""", "memory.metadata._remanence.magic must be left out")]
    [InlineData("""{"metadata":{"_remanence":{"fact":{"attribute":"home","worth":"Oslo"}}}}""", "memory.metadata._remanence.fact.worth must be left out")]
    [InlineData("""{"metadata":{"_remanence":{}},"state":{"version":1,"reflected":true}}""", "memory.state")]
    [InlineData("""{"state":{"version":2}}""", "memory.state.version")]
    [InlineData("""{"state":{"reflected":true}}""", "version")]
    [InlineData("""{"state":{"version":1,"version":1}}""", "version")]
    [InlineData("""{"state":{"version":1,"recurrence":"FREQ=FOO"}}""", "memory.state.recurrence")]
    [InlineData("""{"state":{"version":1,"magic":true}}""", "magic")]
    [InlineData("""{"state":{"version":1,"fact":{"said":["a\nb"]}}}""", "memory.state.fact.said")]
    [InlineData("""{"state":{"version":1,"fact":{"said":"a"}}}""", "memory.state.fact.said")]
    [InlineData("""{"state":{"version":1,"tool":{"results":[7]}}}""", "memory.state.tool.results")]
    [InlineData("""{"state":{"version":1,"tool":{"results":[{"success":true},{"success":"perhaps"}]}}}""", "memory.state.tool.results[1].success")]
    [InlineData("""{"state":{"version":1,"experience":{"confidence":7}}}""", "memory.state.experience.confidence")]
    [InlineData("""{"state":{"version":1,"foreign":{"format":"reme","fields":[]}}}""", "memory.state.foreign.fields")]
    [InlineData("""{"state":{"version":1,"foreign":{"format":"reme"}}}""", "fields")]
    public async Task An_import_of_state_that_cannot_be_understood_is_refused(string members, string names)
    {
        await using var server = await RunningServer.StartAsync();
        var lines =
            """{"header":{"format":"remanence-export","version":1,"workspace":"w"}}"""
            + "\n"
            + """{"memory":{"id":"f","workspace":"w","kind":"observation","author":"verbatim","content":"x","observed_at":"2022-01-05T10:00:00Z","recorded_at":"2022-01-05T10:00:00Z","updated_at":"2022-01-05T10:00:00Z","""
            + members[1..]
            + "}";
        using var answer = await server.Client.PostAsync(new Uri("/v1/workspaces/v/import", UriKind.Relative), Wire.Lines(lines));
        var detail = (await answer.ReadProblemAsync(400)).GetProperty("detail").GetString()!;
        detail.ShouldContain(names);
        detail.ShouldNotContain("type '");
    }

    // What was imported as a fact is superseded as one.
    private static async Task AskAgainAsync(RunningServer server)
    {
        await TellAsync(server, "I moved to Berlin.", "2024-01-05T10:00:00Z", "v");
        (await ListAsync(server, "observation&status=active", "v")).Select(Content).ShouldBe(["The user lives in Berlin."]);
    }

    private static async Task ImportAsync(RunningServer server, string lines)
    {
        using var imported = await server.Client.PostAsync(new Uri("/v1/workspaces/v/import", UriKind.Relative), Wire.Lines(lines));
        (await imported.ReadAsync()).GetProperty("memories").GetInt64().ShouldBeGreaterThan(0);
    }

    private static async Task TellAsync(RunningServer server, string content, string time, string workspace = "w")
    {
        await server.Client.PostAsync(
            $"/v1/workspaces/{workspace}/messages",
            JsonSerializer.Serialize(
                new
                {
                    user_id = "ada",
                    session_id = "s",
                    messages = new[]
                    {
                        new
                        {
                            role = "user",
                            content,
                            time,
                        },
                    },
                }));
        await server.Client.PostAsync($"/v1/workspaces/{workspace}/consolidate?user_id=ada", "{}");
    }

    private static async Task<JsonElement> LabelAsync(RunningServer server, JsonElement memory)
    {
        using var answer = await server.Client.PatchAsync(PathOf(memory), Wire.Json(Label));
        return await answer.ReadAsync();
    }

    private static async Task DeleteAsync(RunningServer server, JsonElement memory)
    {
        using var answer = await server.Client.DeleteAsync(PathOf(memory));
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private static Uri PathOf(JsonElement memory) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{W}/memories/{memory.GetProperty("id").GetString()}"), UriKind.Relative);

    private static async Task<IReadOnlyList<JsonElement>> ListAsync(RunningServer server, string kind, string workspace = "w") =>
        [.. (await server.Client.GetJsonAsync($"/v1/workspaces/{workspace}/memories?kind={kind}")).GetProperty("items").EnumerateArray()];

    private static string Content(JsonElement memory) => memory.GetProperty("content").GetString()!;
}
