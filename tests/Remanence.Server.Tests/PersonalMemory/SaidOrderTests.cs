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

    [Theory]
    [InlineData("I live in Rome. I moved to Pisa. I moved back to Rome.", "The user lives in Rome.")]
    [InlineData("I hate cats. Actually no, I love cats. Hmm, I hate cats.", "The user does not like cats.")]
    [InlineData("我喜欢茶。我不喜欢茶。我喜欢茶。", "用户喜欢茶。")]
    [InlineData("In 2023 I moved to Oslo. In 2019 I moved to Bern.", "The user lives in Oslo.")]
    [InlineData("Ten years ago I moved to Rome. I live in Pisa.", "The user lives in Pisa.")]
    [InlineData("我2021年搬到了西安。我2015年搬到成都。", "用户住在西安。")]
    [InlineData("I work at Aldi. I'm unemployed now.", "The user is unemployed.")]
    [InlineData("I'm unemployed. I work at Aldi now.", "The user works at Aldi.")]
    [InlineData("My favourite colour is red. My favorite color is blue.", "The user's favorite color is blue.")]
    [InlineData("I'm single. I have a girlfriend.", "The user has a girlfriend.")]
    public async Task Of_one_message_what_holds_at_its_end_counts(string said, string believed)
    {
        await using var server = await RunningServer.StartAsync();
        await server.Client.PostAsync(
            "/summary_personal_memory",
            $$"""{"workspace_id":"w","trajectories":[{"messages":[{"role":"user","content":"{{said}}"}]}]}""");
        var facts = await server.Client.GetJsonAsync("/v1/workspaces/w/memories?kind=observation&status=active");
        facts.GetProperty("items").EnumerateArray().Select(Content).ShouldHaveSingleItem().ShouldBe(believed);
    }

    private static string Content(JsonElement memory) => memory.GetProperty("content").GetString()!;
}
