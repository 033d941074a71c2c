using System.Text.Json;
using Remanence.Hosting;
using Remanence.Models.Profiles;
using Remanence.ScriptedModels;

namespace Remanence.Server.Tests.PersonalMemory;

/// <summary>What is believed after conversations over several sessions, over HTTP.</summary>
public sealed class ScenarioTests
{
    public static TheoryData<Scenario> Scenarios => [.. Scenario.All];

    [Theory]
    [MemberData(nameof(Scenarios), DisableDiscoveryEnumeration = true)]
    public async Task After_each_session_is_believed_what_a_good_listener_would_believe(Scenario scenario)
    {
        await using var model = await ModelEndpoint.StartAsync();
        await using var server = await RunningServer.StartAsync(settings => scenario.Model ? WithModel(settings, model) : settings);
        var number = 0;
        foreach (var session in scenario.Sessions)
        {
            model.Chat.Respond(new ScriptedReader(session).Answer);
            var before = await ObservationsAsync(server);
            await server.Client.PostAsync("/v1/workspaces/w/messages", Messages(session, ++number));
            (await server.Client.PostAsync("/v1/workspaces/w/consolidate?user_id=ada", "{}"))
                .GetProperty("mode")
                .GetString()
                .ShouldBe(scenario.Model ? "inferred" : "verbatim");
            var after = await ObservationsAsync(server);
            Contents(after, "active").ShouldBe(session.Active, ignoreOrder: true, $"{scenario.Name}, session {number}");
            Contents(after, "superseded")
                .ShouldBe(session.Gone.Concat(Gone(scenario, number, session)).Distinct(), ignoreOrder: true, $"{scenario.Name}, session {number}");
            if (session.Unchanged)
            {
                after.Select(memory => memory.GetRawText()).ShouldBe(before.Select(memory => memory.GetRawText()));
            }

            foreach (var gone in after.Where(memory => memory.GetProperty("status").GetString() == "superseded"))
            {
                gone.GetProperty("superseded_by").GetString().ShouldNotBeNull();
                gone.GetProperty("valid_to").GetDateTimeOffset().ShouldBeGreaterThanOrEqualTo(gone.GetProperty("valid_from").GetDateTimeOffset());
            }
        }
    }

    // A scenario names what has gone in the session where it goes.
    private static IEnumerable<string> Gone(Scenario scenario, int number, ScenarioSession session) =>
        scenario.Sessions.Take(number - 1).SelectMany(earlier => earlier.Gone).Where(gone => !session.Active.Contains(gone, StringComparer.Ordinal));

    private static IEnumerable<string> Contents(IEnumerable<JsonElement> memories, string status) =>
        memories.Where(memory => memory.GetProperty("status").GetString() == status).Select(memory => memory.GetProperty("content").GetString()!).Distinct();

    private static async Task<IReadOnlyList<JsonElement>> ObservationsAsync(RunningServer server) =>
        [.. (await server.Client.GetJsonAsync("/v1/workspaces/w/memories?user_id=ada&kind=observation&limit=1000")).GetProperty("items").EnumerateArray()];

    private static string Messages(ScenarioSession session, int number) =>
        JsonSerializer.Serialize(
            new
            {
                user_id = "ada",
                session_id = $"s{number}",
                infer = false,
                messages = session.Say.Select(
                    (text, i) =>
                    {
                        var assistant = text.StartsWith("assistant: ", StringComparison.Ordinal);
                        return new
                        {
                            role = assistant ? "assistant" : "user",
                            content = assistant ? text["assistant: ".Length..] : text,
                            time = session.At.AddMinutes(i),
                        };
                    }),
            });

    private static RemanenceSettings WithModel(RemanenceSettings settings, ModelEndpoint model) =>
        settings with
        {
            Configuration = new RemanenceConfiguration
            {
                ChatModels =
                [
                    new ModelProfile
                    {
                        Name = "llm.default",
                        Backend = "openai_compatible",
                        Model = "test-model",
                        BaseUrl = model.BaseUrl,
                        ApiKey = "sk-test",
                        MaxRetries = 0,
                    },
                ],
            },
        };
}
