using System.Text.Json;

namespace Remanence.Server.Tests.PersonalMemory;

/// <summary>Several people may speak under one user's id: what one says of themselves ends nothing that another said.</summary>
public sealed class SpeakersTests
{
    [Theory]
    [InlineData("Ann|I live in Rome.", "Bea|I live in Milan.", "Ann lives in Rome.|Bea lives in Milan.")]
    [InlineData("|I love tea.", "Bea|I hate tea.", "The user likes tea.|Bea does not like tea.")]
    [InlineData("Ann|I am 40 years old.", "Bea|I am 12 years old.", "Ann is 40 years old.|Bea is 12 years old.")]
    [InlineData("|My son is called Tom.", "Bea|My son is called Max.", "The user's son is called Tom.|Bea's son is called Max.")]
    [InlineData("王芳|我住在重庆。", "李强|我住在拉萨。", "王芳住在重庆。|李强住在拉萨。")]
    [InlineData("Ann|I live in Rome.", "Ann Lee|I moved to Milan.", "Ann Lee lives in Milan.")]
    public async Task In_one_conversation_each_has_their_own(string first, string second, string believed)
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server, "a", first, second);
        (await BelievedAsync(server)).ShouldBe(believed.Split('|'), ignoreOrder: true);
    }

    [Fact]
    public async Task Over_conversations_they_are_told_apart_as_soon_as_there_are_two()
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server, "a", "Ann|I live in Rome.");
        await TellAsync(server, "b", "Bea|I live in Milan.");
        (await BelievedAsync(server)).ShouldBe(["Ann lives in Rome.", "Bea lives in Milan."], ignoreOrder: true);

        await TellAsync(server, "c", "Ann|I moved to Bari.");
        (await BelievedAsync(server)).ShouldBe(["Ann lives in Bari.", "Bea lives in Milan."], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_is_named_sometimes_is_one_person_and_stands_again_when_another_comes()
    {
        await using var server = await RunningServer.StartAsync();
        await TellAsync(server, "a", "|I live in Rome.");
        await TellAsync(server, "b", "Ann|I moved to Milan.");
        (await BelievedAsync(server)).ShouldBe(["Ann lives in Milan."]);

        await TellAsync(server, "c", "Bea|I live in Graz.");
        (await BelievedAsync(server)).ShouldBe(["The user lives in Rome.", "Ann lives in Milan.", "Bea lives in Graz."], ignoreOrder: true);
    }

    private static async Task TellAsync(RunningServer server, string session, params string[] said)
    {
        var messages = said.Select(text => text.Split('|')).Select(parts => new
        {
            role = "user",
            name = parts[0].Length > 0 ? parts[0] : null,
            content = parts[1],
            time = "2026-05-08T10:00:00Z",
        });
        await server.Client.PostAsync("/v1/workspaces/w/messages", JsonSerializer.Serialize(new { user_id = "u", session_id = session, messages }));
        await server.Client.PostAsync("/v1/workspaces/w/consolidate?user_id=u", "{}");
    }

    private static async Task<IEnumerable<string?>> BelievedAsync(RunningServer server) =>
        (await server.Client.GetJsonAsync("/v1/workspaces/w/memories?kind=observation&status=active"))
            .GetProperty("items").EnumerateArray().Select(memory => memory.GetProperty("content").GetString());
}
