using System.Net;
using System.Text;
using System.Text.Json;
using Remanence.Memories;
using Remanence.Stores;

namespace Remanence.Server.Tests.Http;

/// <summary>Every route once, as a client that has only read the design would use it.</summary>
public sealed class RouteTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private readonly HttpClient _client = fixture.Client;
    private readonly string _base = "/v1/workspaces/" + ServerFixture.NewWorkspace();

    [Fact]
    public async Task Messages_are_kept_and_found_with_their_source()
    {
        var kept = await _client.PostAsync(
            _base + "/messages",
            """{"messages":[{"id":"m1","role":"user","name":"Ana","content":"I adopted a cat called Miso 猫","time":"2023-05-08T13:56:00Z"}],"user_id":"ana","agent_id":"a","session_id":"s","infer":false,"wait":true}""");
        kept.GetProperty("mode").GetString().ShouldBe("verbatim");
        kept.TryGetProperty("job_id", out _).ShouldBeFalse();

        var found = await _client.PostAsync(
            _base + "/search",
            """{"query":"which cat","top_k":3,"kinds":["message"],"filter":{"kind":"message"},"user_id":"ana","now":"2026-01-01T00:00:00Z","max_tokens":1000,"explain":true}""");

        found.GetProperty("took_ms").GetDouble().ShouldBeGreaterThanOrEqualTo(0);
        var result = found.GetProperty("results").EnumerateArray().ShouldHaveSingleItem();
        result.GetProperty("score").GetDouble().ShouldBeGreaterThan(0);
        result.GetProperty("explanation").GetProperty("reason").GetString().ShouldNotBeNullOrWhiteSpace();
        var memory = result.GetProperty("memory");
        memory.GetProperty("kind").GetString().ShouldBe("message");
        memory.GetProperty("content").GetString().ShouldBe("I adopted a cat called Miso 猫");
        memory.GetProperty("user_id").GetString().ShouldBe("ana");
        memory.GetProperty("observed_at").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2023, 5, 8, 13, 56, 0, TimeSpan.Zero));
        var source = memory.GetProperty("sources")[0];
        source.GetProperty("message_id").GetString().ShouldBe("m1");
        source.GetProperty("resource_id").GetString().ShouldBe(kept.GetProperty("resource_id").GetString());
        memory.TryGetProperty("trigger", out _).ShouldBeFalse("absent, not null");
    }

    [Theory]
    [InlineData("2023-05-08", "2023-05-08T00:00:00Z")]
    [InlineData("2023-05-08T13:56", "2023-05-08T13:56:00Z")]
    [InlineData("2023-05-08T13:56:07.123456789Z", "2023-05-08T13:56:07.1234567Z")]
    [InlineData("2023-05-08t13:56:07z", "2023-05-08T13:56:07Z")]
    [InlineData("2023-05-08T13:56:07+05:30", "2023-05-08T08:26:07Z")]
    [InlineData("2023-05-08 13:56:07", "2023-05-08T13:56:07Z")]
    [InlineData("1:56 pm on 8 May, 2023", "2023-05-08T13:56:00Z")]
    [InlineData("March-15-2024", "2024-03-15T00:00:00Z")]
    [InlineData("2023年5月8日 下午1:56", "2023-05-08T13:56:00Z")]
    public async Task Times_are_understood_without_the_servers_time_zone(string written, string meant)
    {
        var kept = await _client.PostAsync(_base + "/messages", $$"""{"messages":[{"role":"user","content":"x","time":"{{written}}"}]}""");

        kept.GetProperty("memories")[0].GetProperty("observed_at").GetDateTimeOffset().ShouldBe(DateTimeOffset.Parse(meant));
    }

    [Fact]
    public async Task A_memory_is_read_changed_forgotten_restored_and_erased()
    {
        var id = await RememberAsync("I live in Porto", "ana");
        var path = $"{_base}/memories/{id}";
        (await _client.GetJsonAsync(path + "?user_id=ana")).GetProperty("content").GetString().ShouldBe("I live in Porto");
        (await (await _client.SendAsync("GET", path + "?user_id=bob")).ReadProblemAsync(404))
            .GetProperty("type")
            .GetString()
            .ShouldBe("urn:remanence:problem:not-found");

        var patched = await (
            await _client.SendAsync("PATCH", path, Wire.Json("""{"content":"I live in Lisbon","metadata":{"a":[1,2.50]},"reason":"moved"}"""))
        ).ReadAsync();
        patched.GetProperty("content").GetString().ShouldBe("I live in Lisbon");
        patched.GetProperty("metadata").GetRawText().ShouldBe("""{"a":[1,2.50]}""");

        (await _client.SendAsync("DELETE", path)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await (await _client.SendAsync("GET", path)).ReadProblemAsync(404);
        (await _client.GetJsonAsync(path + "/history"))
            .EnumerateArray()
            .Select(entry => entry.GetProperty("operation").GetString())
            .ShouldBe(["created", "updated", "deleted"]);
        (await (await _client.SendAsync("POST", path + "/restore")).ReadAsync()).GetProperty("content").GetString().ShouldBe("I live in Lisbon");
        var first = (await _client.GetJsonAsync(path + "/history"))[0].GetProperty("sequence").GetInt64();
        (await _client.PostAsync(path + "/restore", $$"""{"sequence":{{first}}}""")).GetProperty("content").GetString().ShouldBe("I live in Porto");

        (await (await _client.SendAsync("DELETE", path + "?erase=true&user_id=ana")).ReadAsync()).GetProperty("memories").GetInt64().ShouldBe(1);
        await (await _client.SendAsync("GET", path + "/history")).ReadProblemAsync(404);
    }

    [Fact]
    public async Task Lists_page_and_narrow()
    {
        for (var i = 0; i < 5; i++)
        {
            await RememberAsync($"line {i}", i % 2 == 0 ? "ana" : "bob");
        }

        var page = await _client.GetJsonAsync(_base + "/memories?limit=2");
        var next = await _client.GetJsonAsync(_base + "/memories?limit=2&cursor=" + Uri.EscapeDataString(page.GetProperty("next_cursor").GetString()!));
        page.GetProperty("items")
            .EnumerateArray()
            .Concat(next.GetProperty("items").EnumerateArray())
            .Select(memory => memory.GetProperty("content").GetString())
            .ShouldBe(["line 0", "line 1", "line 2", "line 3"]);
        (await CountAsync("?user_id=ana")).ShouldBe(3);
        (await CountAsync("?kind=message,insight&status=active,expired")).ShouldBe(5);
        (await CountAsync("?kind=insight")).ShouldBe(0);
        (await CountAsync("?status=expired")).ShouldBe(0);
        (await CountAsync("?filter=" + Uri.EscapeDataString("""{"not":{"kind":"message"}}"""))).ShouldBe(0);
        (await CountAsync("?limit=1000&")).ShouldBe(5);
    }

    [Fact]
    public async Task A_person_is_erased_and_the_answer_says_what_was()
    {
        await RememberAsync("heron", "ana");
        await RememberAsync("stork", "bob");

        var erased = await (await _client.SendAsync("DELETE", _base + "/memories?user_id=ana")).ReadAsync();

        erased.GetProperty("memories").GetInt64().ShouldBe(1);
        erased.GetProperty("resources").GetInt64().ShouldBe(1);
        (await CountAsync(string.Empty)).ShouldBe(1);
        await (await _client.SendAsync("DELETE", _base + "/memories")).ReadProblemAsync(400, "user_id");
        await (await _client.SendAsync("DELETE", _base + "/memories?userid=bob")).ReadProblemAsync(400, "userid");
        (await CountAsync(string.Empty)).ShouldBe(1);
    }

    [Fact]
    public async Task Documents_come_as_json_and_as_upload()
    {
        var added = await _client.PostAsync(
            _base + "/resources",
            """{"modality":"document","name":"birds","media_type":"text/plain","text":"The heron is a bird.","metadata":{"a":1},"user_id":"ana"}""");
        var id = added.GetProperty("resource_id").GetString();
        added.GetProperty("memories").EnumerateArray().ShouldHaveSingleItem().GetProperty("kind").GetString().ShouldBe("knowledge");
        var resource = await _client.GetJsonAsync($"{_base}/resources/{id}?user_id=ana");
        resource.GetProperty("text").GetString().ShouldBe("The heron is a bird.");
        resource.GetProperty("user_id").GetString().ShouldBe("ana");
        await (await _client.SendAsync("GET", $"{_base}/resources/{id}?user_id=bob")).ReadProblemAsync(404);

        using var form = new MultipartFormDataContent
        {
            { Wire.Bytes(Encoding.UTF8.GetBytes("\uFEFFZażółć gęślą jaźń"), "text/markdown"), "file", "zażółć.md" },
            { new StringContent("""{"b":2}"""), "metadata" },
            { new StringContent("bob"), "user_id" },
        };
        using var uploaded = await _client.PostAsync(new Uri(_base + "/resources", UriKind.Relative), form);
        var second = (await uploaded.ReadAsync()).GetProperty("resource_id").GetString();
        var read = await _client.GetJsonAsync($"{_base}/resources/{second}");
        read.GetProperty("text").GetString().ShouldBe("Zażółć gęślą jaźń");
        read.GetProperty("name").GetString().ShouldBe("zażółć.md");
        read.GetProperty("media_type").GetString().ShouldBe("text/markdown");
        read.GetProperty("metadata").GetRawText().ShouldBe("""{"b":2}""");
        read.GetProperty("user_id").GetString().ShouldBe("bob");

        var listed = await _client.GetJsonAsync(_base + "/resources");
        listed.GetProperty("items").GetArrayLength().ShouldBe(2);
        listed.GetProperty("items").EnumerateArray().ShouldAllBe(item => !HasText(item));
    }

    [Fact]
    public async Task A_conversations_messages_are_listed()
    {
        var kept = await _client.PostAsync(_base + "/messages", """{"messages":[{"role":"user","content":"one"},{"role":"assistant","content":"two"}]}""");

        var page = await _client.GetJsonAsync($"{_base}/resources/{kept.GetProperty("resource_id").GetString()}/messages?limit=1");

        page.GetProperty("items")[0].GetProperty("message").GetProperty("content").GetString().ShouldBe("one");
        page.GetProperty("next_cursor").GetString().ShouldNotBeNull();
    }

    [Fact]
    public async Task Workspaces_move_as_lines_and_are_dropped()
    {
        await RememberAsync("heron", "ana");
        using var export = await _client.SendAsync("POST", _base + "/export");
        export.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-ndjson");
        var lines = await export.Content.ReadAsStringAsync();
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => line.StartsWith("{\"", StringComparison.Ordinal));
        var target = "/v1/workspaces/" + ServerFixture.NewWorkspace();

        using var import = await _client.SendAsync("POST", target + "/import", Wire.Lines(lines.Replace("\n", "\r\n\n", StringComparison.Ordinal)));

        (await import.ReadAsync()).GetProperty("memories").GetInt64().ShouldBe(1);
        (await _client.GetJsonAsync("/v1/workspaces"))
            .EnumerateArray()
            .Any(workspace => "/v1/workspaces/" + workspace.GetProperty("name").GetString() == target)
            .ShouldBeTrue();
        (await (await _client.SendAsync("DELETE", target)).ReadAsync()).GetProperty("memories").GetInt64().ShouldBe(1);
        await (await _client.SendAsync("DELETE", target)).ReadProblemAsync(404);
        await (await _client.SendAsync("POST", target + "/export")).ReadProblemAsync(404);
    }

    [Fact]
    public async Task A_bad_line_of_an_import_leaves_nothing_of_what_stands_before_it()
    {
        await RememberAsync("heron", "ana");
        var lines = (await (await _client.SendAsync("POST", _base + "/export")).Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var memory = Array.FindIndex(lines, line => line.StartsWith("{\"memory\"", StringComparison.Ordinal));
        var broken = string.Join('\n', lines.Take(memory + 1).Append("{\"memory\":{\"id\":7}}").Concat(lines.Skip(memory + 1)));

        await (await _client.SendAsync("POST", _base + "-copy/import", Wire.Lines(broken))).ReadProblemAsync(400, $"line {memory + 2}");

        (await _client.GetJsonAsync(_base + "-copy/memories")).GetProperty("items").GetArrayLength().ShouldBe(0);
        await (await _client.SendAsync("POST", _base + "-copy/export")).ReadProblemAsync(404);
    }

    [Fact]
    public async Task Categories_are_shown_with_their_members()
    {
        var id = await RememberAsync("heron", "ana");
        var lines = await (await _client.SendAsync("POST", _base + "/export")).Content.ReadAsStringAsync();
        var header = lines.Split('\n')[0];
        var member = lines.Split('\n').First(line => line.StartsWith("{\"memory\"", StringComparison.Ordinal)).Replace(id, "member", StringComparison.Ordinal)
            .Replace("\"status\"", "\"categories\":[\"birds\"],\"status\"", StringComparison.Ordinal);
        var category =
            """{"category":{"id":"birds","scope":{"workspace":"w","user":"ana"},"name":"Birds","summary":"Seen.","recorded_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}}""";
        await (await _client.SendAsync("POST", _base + "/import", Wire.Lines($"{header}\n{category}\n{member}"))).ReadAsync();

        (await _client.GetJsonAsync(_base + "/categories")).GetProperty("items")[0].GetProperty("name").GetString().ShouldBe("Birds");
        var read = await _client.GetJsonAsync(_base + "/categories/birds?limit=1");
        read.GetProperty("summary").GetString().ShouldBe("Seen.");
        read.GetProperty("members").GetProperty("items")[0].GetProperty("id").GetString().ShouldBe("member");
        await (await _client.SendAsync("GET", _base + "/categories/birds?user_id=bob")).ReadProblemAsync(404);
    }

    [Theory]
    [InlineData("POST", "/v1/workspaces/w/export", """{"user_id":null}""")]
    [InlineData("POST", "/v1/workspaces/w/export", """{"user_id":""}""")]
    [InlineData("POST", "/v1/workspaces/w/export", """{"user_id":"ann"}""")]
    [InlineData("POST", "/v1/erasures/finish", """{"user_id":"ann"}""")]
    [InlineData("DELETE", "/v1/workspaces/w/memories?session_id=s", """{"user_id":"ann"}""")]
    [InlineData("GET", "/v1/workspaces/w/memories", """{"user_id":"ann"}""")]
    [InlineData("GET", "/v1/workspaces/w/jobs", """{"user_id":null}""")]
    public async Task What_a_body_says_to_a_route_without_one_is_not_passed_over(string method, string path, string body)
    {
        await using var server = await RunningServer.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = Wire.Json(body) };
        using var answer = await server.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("user_id is in the body");
    }

    [Fact]
    public async Task Jobs_are_shown_cancelled_and_retried_within_their_scope()
    {
        var store = (MemoryStore)fixture.Server.Services.GetService(typeof(MemoryStore))!;
        var workspace = _base["/v1/workspaces/".Length..];
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var job = new Remanence.Jobs.Job
        {
            Id = "job-" + workspace,
            Scope = new Scope(workspace, "ana"),
            Kind = "extract",
            Payload = Wire.Parse("\"secret\""),
            DueAt = at,
            RecordedAt = at,
            UpdatedAt = at,
        };
        await store.CommitAsync(
            new ChangeSet
            {
                Id = "c",
                Workspace = workspace,
                At = at,
                Jobs = [job],
            },
            TestContext.Current.CancellationToken);
        var path = "/v1/jobs/" + job.Id;

        var read = await _client.GetJsonAsync(path);
        read.GetProperty("state").GetString().ShouldBe("queued");
        read.GetProperty("attempts").GetInt32().ShouldBe(0);
        read.TryGetProperty("payload", out _).ShouldBeFalse();
        (await JobsAsync("?state=queued,dead")).ShouldBe([job.Id]);
        (await JobsAsync("?user_id=bob")).ShouldBeEmpty();
        (await JobsAsync("?state=dead")).ShouldBeEmpty();
        await (await _client.SendAsync("GET", _base + "/jobs?state=done")).ReadProblemAsync(400, "state");
        await (await _client.SendAsync("GET", path + "?user_id=bob")).ReadProblemAsync(404);
        await (await _client.SendAsync("POST", path + "/cancel?user_id=bob")).ReadProblemAsync(404);
        await (await _client.SendAsync("POST", path + "/retry")).ReadProblemAsync(409);
        (await (await _client.SendAsync("POST", path + "/cancel?user_id=ana")).ReadAsync()).GetProperty("state").GetString().ShouldBe("cancelled");
        await (await _client.SendAsync("POST", path + "/cancel")).ReadProblemAsync(409);
        (await (await _client.SendAsync("POST", path + "/retry")).ReadAsync()).GetProperty("state").GetString().ShouldBe("queued");
    }

    [Fact]
    public async Task The_idempotency_key_is_a_header()
    {
        const string Body = """{"messages":[{"role":"user","content":"heron"}]}""";
        var first = await (await _client.SendAsync("POST", _base + "/messages", Wire.Json(Body), ("Idempotency-Key", "k"))).ReadAsync();
        var second = await (await _client.SendAsync("POST", _base + "/messages", Wire.Json(Body), ("Idempotency-Key", "k"))).ReadAsync();

        second.GetProperty("resource_id").GetString().ShouldBe(first.GetProperty("resource_id").GetString());
        (await CountAsync(string.Empty)).ShouldBe(1);
        await (
            await _client.SendAsync("POST", _base + "/messages", Wire.Json(Body.Replace("heron", "stork", StringComparison.Ordinal)), ("Idempotency-Key", "k"))
        ).ReadProblemAsync(409, "Idempotency-Key");
    }

    [Fact]
    public async Task Health_tells_life_and_readiness()
    {
        (await _client.GetJsonAsync("/health")).GetProperty("status").GetString().ShouldBe("ok");
        (await _client.GetJsonAsync("/health/ready")).GetProperty("store").GetString().ShouldBe("ok");
    }

    private async Task<IEnumerable<string>> JobsAsync(string query) =>
        (await _client.GetJsonAsync(_base + "/jobs" + query)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!);

    private static bool HasText(JsonElement item) => item.TryGetProperty("text", out _);

    private async Task<int> CountAsync(string query) => (await _client.GetJsonAsync(_base + "/memories" + query)).GetProperty("items").GetArrayLength();

    private async Task<string> RememberAsync(string content, string user) =>
        (await _client.PostAsync(_base + "/messages", $$"""{"messages":[{"role":"user","content":"{{content}}"}],"user_id":"{{user}}"}"""))
            .GetProperty("memories")[0]
            .GetProperty("id")
            .GetString()!;
}
