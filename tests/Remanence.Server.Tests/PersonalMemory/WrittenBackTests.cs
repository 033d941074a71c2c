using System.Net;
using System.Text.Json;

namespace Remanence.Server.Tests.PersonalMemory;

/// <summary>A client may write back what it read: what did not change changes nothing of what Remanence knows about a memory.</summary>
public sealed class WrittenBackTests
{
    private const string W = "/v1/workspaces/w";

    [Fact]
    public async Task A_fact_whose_own_words_are_written_back_is_superseded_by_a_newer_one()
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server, "I live in Lisbon.", "2022-01-05T10:00:00Z");
        var fact = (await ListAsync(server, "observation")).Single();

        var written = await PatchAsync(server, fact, """{"content":"The user lives in Lisbon.","metadata":{"label":"seen"}}""");

        written.GetProperty("state").GetRawText().ShouldBe(fact.GetProperty("state").GetRawText());
        await TellAsync(server, "I moved to Berlin.", "2024-01-05T10:00:00Z");
        (await ListAsync(server, "observation&status=active")).Select(Content).ShouldBe(["The user lives in Berlin."]);
    }

    [Theory]
    [InlineData("I play chess on Wednesdays.", "observation")]
    [InlineData("We went to Nara last month and are going again on 5 June.", "message")]
    public async Task Times_stay_with_the_words_they_were_read_from(string said, string kind)
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server, said, "2023-05-03T10:00:00Z");
        var memory = (await ListAsync(server, kind)).First(found => found.TryGetProperty("state", out _));

        var written = await PatchAsync(server, memory, $$"""{"content":{{memory.GetProperty("content").GetRawText()}},"score":0.5}""");

        written.GetProperty("state").GetRawText().ShouldBe(memory.GetProperty("state").GetRawText());
    }

    [Fact]
    public async Task Other_words_speak_of_their_own_time_and_a_given_one_stands()
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server, "I was in Paris yesterday.", "2023-05-03T10:00:00Z");
        var message = (await ListAsync(server, "message")).Single();
        Day(message).ShouldBe("2023-05-02");

        Day(await PatchAsync(server, message, """{"content":"I was in Paris on 9 August 2021."}""")).ShouldBe("2021-08-09");
        (await PatchAsync(server, message, """{"content":"I was in Paris."}""")).TryGetProperty("event_time", out _).ShouldBeFalse();
        Day(await PatchAsync(server, message, """{"event_time":{"start":"2020-02-01T00:00:00Z","end":"2020-02-02T00:00:00Z","precision":"day"}}"""))
            .ShouldBe("2020-02-01");
        Day(await PatchAsync(server, message, """{"content":"I was in Paris on 1 March 2022."}""")).ShouldBe("2020-02-01");
    }

    [Fact]
    public async Task What_a_library_cannot_say_stays_when_it_is_loaded_where_it_was_dumped()
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server, "I live in Lisbon.", "2022-01-05T10:00:00Z");
        await server.Client.PostAsync(
            "/summary_task_memory",
            """{"workspace_id":"w","trajectories":[{"score":1.0,"task_id":"t","messages":[{"role":"user","content":"Find the red book"},{"role":"assistant","content":"I take the red book from the shelf."}]}]}""");
        var before = (await ListAsync(server, "observation")).Concat(await ListAsync(server, "task")).Select(State).ToList();

        await server.Client.PostAsync("/vector_store", """{"workspace_id":"w","action":"dump","path":"./"}""");
        await server.Client.PostAsync("/vector_store", """{"workspace_id":"w","action":"load","path":"./"}""");

        (await ListAsync(server, "observation")).Concat(await ListAsync(server, "task")).Select(State).ShouldBe(before);
        await TellAsync(server, "I moved to Berlin.", "2024-01-05T10:00:00Z");
        (await ListAsync(server, "observation&status=active")).Select(Content).ShouldBe(["The user lives in Berlin."]);
    }

    private static string State(JsonElement memory)
    {
        var state = memory.GetProperty("state");
        return string.Concat(state.EnumerateObject().Where(member => member.Name != "foreign").Select(member => member.ToString()));
    }

    private static string? Day(JsonElement memory) => memory.GetProperty("event_time").GetProperty("start").GetString()?[..10];

    private static async Task TellAsync(RunningServer server, string content, string time)
    {
        await server.Client.PostAsync(
            W + "/messages",
            $$"""{"user_id":"ada","messages":[{"role":"user","content":{{JsonSerializer.Serialize(content)}},"time":"{{time}}"}]}""");
        await server.Client.PostAsync(W + "/consolidate?user_id=ada", "{}");
    }

    private static async Task<JsonElement> PatchAsync(RunningServer server, JsonElement memory, string patch)
    {
        using var answer = await server.Client.PatchAsync(new Uri($"{W}/memories/{memory.GetProperty("id").GetString()}", UriKind.Relative), Wire.Json(patch));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.ReadAsync();
    }

    private static async Task<IReadOnlyList<JsonElement>> ListAsync(RunningServer server, string kind) =>
        [.. (await server.Client.GetJsonAsync($"{W}/memories?kind={kind}")).GetProperty("items").EnumerateArray()];

    private static string Content(JsonElement memory) => memory.GetProperty("content").GetString()!;
}
