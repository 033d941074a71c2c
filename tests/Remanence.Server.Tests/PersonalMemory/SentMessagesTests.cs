namespace Remanence.Server.Tests.PersonalMemory;

/// <summary>ReMe's own client gives messages and no trajectories: they are one run.</summary>
public sealed class SentMessagesTests
{
    [Theory]
    [InlineData("")]
    [InlineData(""" "trajectories":[],""")]
    [InlineData(""" "trajectories":null,""")]
    public async Task Are_read_as_one_run(string trajectories)
    {
        await using var server = await RunningServer.StartAsync();
        var answer = await server.Client.PostAsync(
            "/summary_personal_memory",
            $$"""{"workspace_id":"w",{{trajectories}}"messages":[{"role":"user","content":"I live in Lisbon.","time_created":"2026-05-04 10:00:00"},{"role":"assistant","content":"I like Porto."},{"content":[{"type":"text","text":"I love grilled sardines."}]}]}""");
        answer.GetProperty("success").GetBoolean().ShouldBeTrue();
        answer.GetProperty("metadata").GetProperty("memory_list").EnumerateArray().Select(memory => memory.GetProperty("content").GetString())
            .ShouldBe(["The user lives in Lisbon.", "The user likes grilled sardines."], ignoreOrder: true);
    }

    [Fact]
    public async Task Beside_trajectories_are_left_to_them()
    {
        await using var server = await RunningServer.StartAsync();
        var answer = await server.Client.PostAsync(
            "/summary_personal_memory",
            """{"workspace_id":"w","messages":[{"content":"I live in Lisbon."}],"trajectories":[{"messages":[{"role":"user","content":"I live in Porto."}]}]}""");
        answer.GetProperty("metadata").GetProperty("memory_list")[0].GetProperty("content").GetString().ShouldBe("The user lives in Porto.");
    }
}
