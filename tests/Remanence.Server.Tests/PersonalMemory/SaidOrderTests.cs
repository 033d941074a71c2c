using System.Text.Json;

namespace Remanence.Server.Tests.PersonalMemory;

/// <summary>What ReMe's clients tell in one call is settled by its place in the conversation.</summary>
public sealed class SaidOrderTests
{
    [Theory]
    [InlineData("I live in Rome.", "I moved to Paris.", "The user lives in Paris.")]
    [InlineData("I live in Rome.", "I moved to Paris last week.", "The user lives in Paris.")]
    [InlineData("I live in Paris.", "I moved to Rome.", "The user lives in Rome.")]
    [InlineData("I live in Paris.", "I lived in Rome until last year.", "The user lives in Paris.")]
    [InlineData("I like watermelon.", "I do not like watermelon any more.", "The user does not like watermelon.")]
    [InlineData("我住在北京。", "我上周搬到了上海。", "用户住在上海。")]
    [InlineData("我住在上海。", "我上周搬到了北京。", "用户住在北京。")]
    public async Task The_later_message_of_a_call_counts(string first, string second, string believed)
    {
        await using var server = await RunningServer.StartAsync();
        foreach (var time in new[] { string.Empty, ",\"time_created\":\"2026-05-01 10:00:00\"" })
        {
            var workspace = time.Length == 0 ? "w" : "timed";
            await server.Client.PostAsync(
                "/summary_personal_memory",
                $$"""{"workspace_id":"{{workspace}}","trajectories":[{"messages":[{"role":"user","content":"{{first}}"{{time}} },{"role":"user","content":"{{second}}"{{time}} }]}]}""");
            var facts = await server.Client.GetJsonAsync($"/v1/workspaces/{workspace}/memories?kind=observation&status=active");
            facts.GetProperty("items").EnumerateArray().Select(Content).ShouldHaveSingleItem().ShouldBe(believed);
        }
    }

    private static string Content(JsonElement memory) => memory.GetProperty("content").GetString()!;
}
