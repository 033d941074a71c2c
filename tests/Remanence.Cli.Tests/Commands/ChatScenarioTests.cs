using System.Globalization;
using System.Text.Json;
using Remanence.Cli.Support;
using Remanence.ScriptedModels;
using Remanence.Server.Tests.PersonalMemory;

namespace Remanence.Cli.Commands;

/// <summary>The scenarios of personal memory, typed into <c>remanence chat</c> on the days on which they were said.</summary>
public sealed class ChatScenarioTests
{
    // What an assistant says cannot be typed.
    public static TheoryData<Scenario> Scenarios =>
        [
            .. Scenario.All.Where(scenario =>
                !scenario.Sessions.Any(session => session.Say.Any(text => text.StartsWith("assistant: ", StringComparison.Ordinal)))),
        ];

    [Theory]
    [MemberData(nameof(Scenarios), DisableDiscoveryEnumeration = true)]
    public async Task What_is_told_in_a_chat_is_believed_as_over_http(Scenario scenario)
    {
        await using var model = await ModelEndpoint.StartAsync();
        var time = new DatedTime();
        using var cli = new TestCli { Time = time };
        string[] models = scenario.Model ? ["llm.default.model_name=test-model", $"llm.default.base_url={model.BaseUrl}", "llm.default.api_key=sk-test"] : [];
        var number = 0;
        foreach (var session in scenario.Sessions)
        {
            // What a chat is told twice is told at two times: only imports bring back the very same message.
            if (session.Unchanged)
            {
                continue;
            }

            time.Now = session.At;
            number++;
            model.Chat.Respond(new ScriptedReader(session).Answer);
            var input = string.Join('\n', [.. session.Say, "/consolidate_memory", "/exit", ""]);
            (
                await cli.RunAsync(
                    new TestConsole(input),
                    ["chat", "--user", "ada", "--session", $"s{number.ToString(CultureInfo.InvariantCulture)}", .. models])
            ).ShouldSucceed();
            var listed = (
                await cli.RunAsync("list", "--user", "ada", "--kind", "observation", "--status", "active", "--limit", "1000", "--json")
            ).ShouldSucceed();
            Contents(listed.Out).ShouldBe(session.Active, ignoreOrder: true, $"{scenario.Name}, session {number}");
        }
    }

    private static IReadOnlyList<string> Contents(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("items").EnumerateArray().Select(memory => memory.GetProperty("content").GetString()!)];
    }

    /// <summary>A day of one's choice, on which time passes as it does.</summary>
    private sealed class DatedTime : TimeProvider
    {
        private DateTimeOffset _now;
        private long _set;

        public DateTimeOffset Now
        {
            set => (_now, _set) = (value.ToUniversalTime(), GetTimestamp());
        }

        public override DateTimeOffset GetUtcNow() => _now + GetElapsedTime(_set);
    }
}
