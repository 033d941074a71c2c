using System.Text.Json;

namespace Remanence.Server.Tests.PersonalMemory;

/// <summary>Sessions of one person that are consolidated at once over HTTP, by a server with two workers that is asked twice.</summary>
public sealed class BeliefRaceTests
{
    private const string W = "/v1/workspaces/w";

    [Fact]
    public async Task What_was_said_last_is_believed_and_what_was_said_twice_once()
    {
        await using var server = await RunningServer.StartAsync(settings => settings with { JobsWorkers = 2 });
        string[] people = [.. Enumerable.Range(0, 30).Select(i => $"u{i}")];
        foreach (var user in people)
        {
            await TellAsync(server, user, "a", "I live in Bergen. I love tea.", "2026-05-01T10:00:00Z");
            await TellAsync(server, user, "b", "I live in Oslo. I love tea.", "2026-05-03T10:00:00Z");
            await TellAsync(server, user, "c", "我不喜欢下棋。", "2026-05-03T10:00:00Z");
            await TellAsync(server, user, "d", "我喜欢下棋。", "2026-05-01T10:00:00Z");
        }

        foreach (var user in people)
        {
            await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => server.Client.PostAsync($"{W}/consolidate?user_id={user}", "{}")));
            var facts = (await server.Client.GetJsonAsync($"{W}/memories?user_id={user}&kind=observation")).GetProperty("items").EnumerateArray().ToList();
            var active = facts.Where(fact => Text(fact, "status") == "active").ToList();
            active.Select(fact => Text(fact, "content")).ShouldBe(["The user lives in Oslo.", "The user likes tea.", "用户不喜欢下棋。"], ignoreOrder: true);
            active.Single(fact => Text(fact, "content") == "The user likes tea.").GetProperty("sources").GetArrayLength().ShouldBe(2);
            var oslo = active.Single(fact => Text(fact, "content") == "The user lives in Oslo.");
            Text(facts.Single(fact => Text(fact, "content") == "The user lives in Bergen."), "superseded_by").ShouldBe(Text(oslo, "id"));
        }
    }

    private static string? Text(JsonElement memory, string member) => memory.GetProperty(member).GetString();

    private static Task<JsonElement> TellAsync(RunningServer server, string user, string session, string content, string time) =>
        server.Client.PostAsync(
            W + "/messages",
            JsonSerializer.Serialize(
                new
                {
                    user_id = user,
                    session_id = session,
                    infer = false,
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
}
