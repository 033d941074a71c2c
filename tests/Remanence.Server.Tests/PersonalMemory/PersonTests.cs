using System.Net;
using System.Text.Json;
using Remanence.ScriptedModels;
using Remanence.Server.Tests.Consolidation;

namespace Remanence.Server.Tests.PersonalMemory;

/// <summary>What is remembered about people, over HTTP, without a model unless the test's name has one.</summary>
public sealed class PersonTests
{
    private const string W = "/v1/workspaces/w";

    [Fact]
    public async Task A_forgotten_fact_does_not_come_back_out_of_old_messages()
    {
        await using var server = await RunningServer.StartAsync();
        const string told =
            """{"user_id":"ada","infer":false,"messages":[{"role":"user","content":"I live in Lisbon. I love fado.","time":"2024-01-05T10:00:00Z"}]}""";
        await server.Client.PostAsync(W + "/messages", told);
        await server.Client.PostAsync(W + "/consolidate?user_id=ada", "{}");
        var home = (await FactsAsync(server, "ada")).Single(fact => Content(fact).Contains("Lisbon", StringComparison.Ordinal));
        using var forgotten = await server.Client.DeleteAsync(new Uri($"{W}/memories/{home.GetProperty("id").GetString()}", UriKind.Relative));
        forgotten.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        // The same old conversation is imported once more, under new ids.
        await server.Client.PostAsync(W + "/messages", told);
        await server.Client.PostAsync(W + "/consolidate?user_id=ada", "{}");
        (await FactsAsync(server, "ada")).Select(Content).ShouldBe(["The user likes fado."]);

        // What is said anew is a new statement.
        await server.Client.PostAsync(
            W + "/messages",
            """{"user_id":"ada","infer":false,"messages":[{"role":"user","content":"I live in Lisbon, as you know.","time":"2024-09-05T10:00:00Z"}]}""");
        await server.Client.PostAsync(W + "/consolidate?user_id=ada", "{}");
        (await FactsAsync(server, "ada")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_correction_by_hand_outlives_an_old_import()
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server, "ada", "I live in Bergen.", "2024-01-05T10:00:00Z");
        var id = (await FactsAsync(server, "ada")).Single().GetProperty("id").GetString();
        using var corrected = await server.Client.PatchAsync(
            new Uri($"{W}/memories/{id}", UriKind.Relative),
            Wire.Json("""{"content":"The user lives in Oslo."}"""));
        corrected.StatusCode.ShouldBe(HttpStatusCode.OK);
        await TellAsync(server, "ada", "I moved to Bergen.", "2024-02-05T10:00:00Z");
        (await FactsAsync(server, "ada")).Select(Content).ShouldBe(["The user lives in Oslo."]);
    }

    [Fact]
    public async Task An_erased_session_takes_along_what_only_it_told()
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server, "ada", "I live in Lisbon. I love fado.", "2024-01-05T10:00:00Z", "s1");
        await TellAsync(server, "ada", "I really love fado.", "2024-02-05T10:00:00Z", "s2");
        (await FactsAsync(server, "ada")).Count.ShouldBe(2);
        using var erased = await server.Client.DeleteAsync(new Uri($"{W}/memories?user_id=ada&session_id=s1", UriKind.Relative));
        (await erased.ReadAsync()).GetProperty("memories").GetInt64().ShouldBe(2);
        var left = (await FactsAsync(server, "ada")).Single();
        Content(left).ShouldBe("The user likes fado.");
        left.GetProperty("sources").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task What_was_believed_at_a_time_can_be_asked()
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server, "ada", "I live in Lisbon.", "2022-01-05T10:00:00Z");
        await TellAsync(server, "ada", "I moved to Berlin.", "2024-01-05T10:00:00Z");
        (await AskAsync("2023-06-01T00:00:00Z")).ShouldBe(["The user lives in Lisbon."]);
        (await AskAsync("2025-06-01T00:00:00Z")).ShouldBe(["The user lives in Berlin."]);

        async Task<IEnumerable<string>> AskAsync(string at) =>
            (
                await server.Client.PostAsync(
                    W + "/search",
                    $$"""{"query":"where does the user live","user_id":"ada","kinds":["observation"],"as_of":"{{at}}"}"""))
                .GetProperty("results")
                .EnumerateArray()
                .Select(result => Content(result.GetProperty("memory")));
    }

    [Fact]
    public async Task A_profile_is_ready_for_a_prompt_and_fits_into_it()
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server, "ada", "My name is Ada. I live in Lisbon. I love fado, chess and tea.", "2024-01-05T10:00:00Z");
        await TellAsync(server, "bob", "My name is Bob.", "2024-01-05T10:00:00Z");
        var profile = await server.Client.GetJsonAsync(W + "/profile?user_id=ada");
        profile.GetProperty("mode").GetString().ShouldBe("verbatim");
        profile.GetProperty("text").GetString()!.Split('\n')[..2].ShouldBe(["The user is called Ada.", "The user lives in Lisbon."]);
        profile.GetProperty("text").GetString()!.ShouldNotContain("Bob");
        profile.GetProperty("items")[0].GetProperty("sources").GetArrayLength().ShouldBe(1);
        var short_ = await server.Client.GetJsonAsync(W + "/profile?user_id=ada&max_tokens=8");
        short_.GetProperty("tokens").GetInt32().ShouldBeLessThanOrEqualTo(8);
        short_.GetProperty("items").GetArrayLength().ShouldBe(1);

        await TellAsync(server, "ada", "I moved to Porto.", "2024-02-05T10:00:00Z");
        (await server.Client.GetJsonAsync(W + "/profile?user_id=ada")).GetProperty("text").GetString()!.ShouldContain("Porto");
        (await server.Client.GetJsonAsync(W + "/profile?user_id=nobody")).GetProperty("text").GetString().ShouldBe("");
    }

    [Fact]
    public async Task A_profile_is_read_from_plain_words_before_anything_was_made_of_them()
    {
        await using var server = await RunningServer.StartAsync();
        await server.Client.PostAsync(
            W + "/messages",
            """{"user_id":"ada","messages":[{"role":"user","content":"I live in Lisbon."},{"role":"user","content":"我对花生过敏。"}]}""");
        (await server.Client.GetJsonAsync(W + "/profile?user_id=ada"))
            .GetProperty("text")
            .GetString()!
            .Split('\n')
            .ShouldBe(["The user lives in Lisbon.", "用户对花生过敏。"], ignoreOrder: true);
        (await FactsAsync(server, "ada")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reflection_draws_insights_that_name_what_they_are_drawn_from()
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server, "ada", "I love fado, chess and tea.", "2024-01-05T10:00:00Z");
        var reflected = await server.Client.PostAsync(W + "/reflect?user_id=ada", "{}");
        var insight = reflected.GetProperty("memories").EnumerateArray().Single(memory => memory.GetProperty("kind").GetString() == "insight");
        Content(insight).ShouldBe("likes: fado, chess, tea");
        insight.GetProperty("links").GetArrayLength().ShouldBe(3);
        insight.GetProperty("sources").GetArrayLength().ShouldBe(1);
        (await server.Client.PostAsync(W + "/reflect?user_id=ada", "{}")).GetProperty("memories").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_model_names_subjects_and_writes_insights()
    {
        await using var fixture = await ConsolidationFixture.StartAsync();
        fixture.Model.Chat.Respond(request =>
            Reply.Text(
                request.LastMessage switch
                {
                    var prompt when prompt.Contains("further subjects", StringComparison.Ordinal) => """{"subjects":["music","music","eating habits"]}""",
                    var prompt when prompt.Contains("draws conclusions", StringComparison.Ordinal) =>
                        """{"insights":[{"subject":"Music","text":"Ada loves Portuguese music.","facts":[0,1,99]},{"subject":"unknown","text":"x","facts":[0]}]}""",
                    var prompt when prompt.Contains("against", StringComparison.Ordinal) => """{"relations":[]}""",
                    _ =>
                        """{"facts":[{"fact":"Ada loves fado.","messages":[0]},{"fact":"Ada plays the Portuguese guitar.","messages":[0]},{"fact":"Ada lives in Lisbon.","messages":[0]},{"fact":"Ada has a dog.","messages":[0]},{"fact":"Ada eats no meat.","messages":[0]},{"fact":"Ada is a nurse.","messages":[0]}]}""",
                }));
        using var said = await fixture.SayAsync("All about me", wait: true);
        (await said.ReadAsync()).GetProperty("mode").GetString().ShouldBe("inferred");

        // Six new observations are enough: reflection was queued with them and runs by itself.
        while ((await fixture.MemoriesAsync("insight")).Count == 0)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        var insight = (await fixture.MemoriesAsync("insight")).Single();
        Content(insight).ShouldBe("Ada loves Portuguese music.");
        insight.GetProperty("author").GetString().ShouldBe("test-model");
        insight.GetProperty("links").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Long_batches_and_long_messages_are_read_in_parts_by_a_model()
    {
        await using var fixture = await ConsolidationFixture.StartAsync();
        fixture.Model.Chat.Respond(Reply.Text("""{"facts":[]}"""));
        var batch = JsonSerializer.Serialize(
            new
            {
                user_id = "ada",
                wait = true,
                messages = Enumerable
                    .Range(0, 200)
                    .Select(i => new
                    {
                        role = "user",
                        content = $"Message {i} speaks at some length about nothing in particular, so that all of them together are long.",
                    }),
            });
        (await fixture.Client.PostAsync(W + "/messages", batch)).GetProperty("mode").GetString().ShouldBe("inferred");
        var parts = fixture.Model.Chat.Requests.Count;
        parts.ShouldBeGreaterThan(1);
        var book = JsonSerializer.Serialize(
            new
            {
                user_id = "ada",
                wait = true,
                messages = new[] { new { role = "user", content = string.Concat(Enumerable.Repeat("A sentence of a book. ", 2_300)) } },
            });
        (await fixture.Client.PostAsync(W + "/messages", book)).GetProperty("mode").GetString().ShouldBe("inferred");
        (fixture.Model.Chat.Requests.Count - parts).ShouldBeGreaterThan(3);
        fixture.Model.Chat.Requests.ShouldAllBe(request => request.Text.Length < 30_000);
    }

    [Fact]
    public async Task The_body_may_say_whose()
    {
        await using var server = await RunningServer.StartAsync();
        foreach (var user in new[] { "ada", "bob" })
        {
            await server.Client.PostAsync(
                W + "/messages",
                $$"""{"user_id":"{{user}}","infer":false,"messages":[{"role":"user","content":"I love fado, chess and tea."}]}""");
        }

        (await server.Client.PostAsync(W + "/consolidate", """{"user_id":"ada"}""")).GetProperty("memories").GetArrayLength().ShouldBe(3);
        (await FactsAsync(server, "bob")).ShouldBeEmpty();
        (await server.Client.PostAsync(W + "/reflect?user_id=ada", """{"user_id":"ada","wait":true}"""))
            .GetProperty("memories")
            .EnumerateArray()
            .ShouldContain(memory => memory.GetProperty("kind").GetString() == "insight");
    }

    [Fact]
    public async Task Who_does_not_wait_is_told_the_jobs()
    {
        await using var server = await RunningServer.StartAsync(settings => settings with { JobsWorkers = 0 });
        await server.Client.PostAsync(W + "/messages", """{"user_id":"ada","messages":[{"role":"user","content":"I live in Lisbon."}]}""");
        using var accepted = await server.Client.PostAsync(new Uri(W + "/consolidate?user_id=ada", UriKind.Relative), Wire.Json("""{"wait":false}"""));
        var job = (await accepted.ReadAsync(HttpStatusCode.Accepted)).GetProperty("job_ids")[0].GetString();
        (await server.Client.GetJsonAsync($"/v1/jobs/{job}")).GetProperty("state").GetString().ShouldBe("queued");
    }

    [Theory]
    [InlineData("POST", "/consolidate?user=ada", "{}", "user")]
    [InlineData("POST", "/consolidate", """{"wait":"yes"}""", "wait")]
    [InlineData("POST", "/consolidate", """{"user_id":7}""", "user_id")]
    [InlineData("POST", "/reflect?user_id=ada", """{"user_id":"bob"}""", "say it once")]
    [InlineData("POST", "/reflect", """{"waits":true}""", "waits")]
    [InlineData("POST", "/reflect", "[]", "object")]
    [InlineData("GET", "/profile", null, "user_id")]
    [InlineData("GET", "/profile?user_id=ada&max_tokens=0", null, "max_tokens")]
    [InlineData("GET", "/profile?user_id=ada&max_tokens=many", null, "max_tokens")]
    [InlineData("POST", "/memories", "{}", "content")]
    [InlineData("POST", "/memories", """{"content":" "}""", "content")]
    [InlineData("POST", "/memories", """{"content":"x","kind":"message"}""", "kind")]
    [InlineData("POST", "/memories", """{"content":"x","score":2}""", "score")]
    [InlineData("POST", "/memories", """{"content":"x","observed_at":"yesterday"}""", "observed_at")]
    [InlineData("POST", "/memories", """{"content":"x","event_time":{"start":"2024-01-02T00:00:00Z","end":"2024-01-01T00:00:00Z"}}""", "event_time")]
    public async Task Bad_input_is_named(string method, string path, string? body, string names)
    {
        await using var server = await RunningServer.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), W + path) { Content = body is null ? null : Wire.Json(body) };
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(names);
        (await server.Client.GetJsonAsync("/v1/workspaces")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task ReMes_personal_flows_with_a_model_filter_observe_and_settle()
    {
        await using var fixture = await ConsolidationFixture.StartAsync();
        fixture.Model.Chat.Respond(request =>
            Reply.Text(
                request.LastMessage switch
                {
                    var prompt when prompt.Contains("Scores:", StringComparison.Ordinal) =>
                        """{"scores":[{"message":0,"score":3},{"message":1,"score":1},{"message":2,"score":3}]}""",
                    var prompt when prompt.Contains("against", StringComparison.Ordinal) => """{"relations":[]}""",
                    var prompt when prompt.Contains("dragon", StringComparison.Ordinal) => """{"facts":[{"fact":"Ada owns a dragon.","messages":[0]}]}""",
                    var prompt when prompt.Contains("Lisbon yesterday", StringComparison.Ordinal) =>
                        """{"facts":[{"fact":"Ada moved to Lisbon on 1 May 2024.","messages":[0],"attribute":"home","value":"Lisbon"}]}""",
                    _ => """{"facts":[{"fact":"Ada loves fado.","messages":[0],"keywords":["music"]}]}""",
                }));
        const string call = """
            {"workspace_id":"p","user_name":"Ada","trajectories":[{"messages":[
              {"role":"user","content":"I love fado","time_created":"2024-05-02 10:00:00"},
              {"role":"user","content":"I am a knight with a dragon","time_created":"2024-05-02 10:01:00"},
              {"role":"user","content":"I moved to Lisbon yesterday","time_created":"2024-05-02 10:02:00"},
              {"role":"assistant","content":"Nice"}],"score":1.0}]}
            """;
        var first = await fixture.Client.PostAsync("/summary_personal_memory", call);
        first.GetProperty("success").GetBoolean().ShouldBeTrue();
        first.GetProperty("metadata").GetProperty("mode").GetString().ShouldBe("inferred");
        var list = first.GetProperty("metadata").GetProperty("memory_list").EnumerateArray().ToList();
        list.Select(Content).ShouldBe(["Ada loves fado.", "Ada moved to Lisbon on 1 May 2024."], ignoreOrder: true);
        list.ShouldAllBe(memory => memory.GetProperty("target").GetString() == "Ada" && memory.GetProperty("memory_type").GetString() == "personal");
        first.GetProperty("metadata").GetProperty("update_result").GetProperty("inserted_count").GetInt32().ShouldBe(2);
        var second = await fixture.Client.PostAsync("/summary_personal_memory", call);
        second.GetProperty("metadata").GetProperty("update_result").GetProperty("inserted_count").GetInt32().ShouldBe(0);

        var calls = fixture.Model.Chat.Requests.Count;
        var found = await fixture.Client.PostAsync("/retrieve_personal_memory", """{"workspace_id":"p","query":"what happened in May 2024?","top_k":1}""");
        found.GetProperty("answer").GetString().ShouldBe("Ada moved to Lisbon on 1 May 2024.");
        found.GetProperty("metadata").GetProperty("memory_list")[0].GetProperty("metadata").GetProperty("match_event_flag").GetString().ShouldBe("1");
        fixture.Model.Chat.Requests.Count.ShouldBe(calls);
    }

    private static async Task TellAsync(RunningServer server, string user, string content, string time, string session = "s")
    {
        await server.Client.PostAsync(
            W + "/messages",
            JsonSerializer.Serialize(
                new
                {
                    user_id = user,
                    session_id = session,
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
        await server.Client.PostAsync($"{W}/consolidate?user_id={user}", "{}");
    }

    private static async Task<IReadOnlyList<JsonElement>> FactsAsync(RunningServer server, string user) =>
        [.. (await server.Client.GetJsonAsync($"{W}/memories?user_id={user}&kind=observation&status=active")).GetProperty("items").EnumerateArray()];

    private static string Content(JsonElement memory) => memory.GetProperty("content").GetString()!;
}
