using System.Net;

namespace Remanence.Server.Tests.ReMe;

/// <summary>ReMe has no users; a call of its routes that names one means that one all the same.</summary>
public sealed class UserTests
{
    [Theory]
    [InlineData("user_id")]
    [InlineData("agent_id")]
    [InlineData("session_id")]
    public async Task Who_is_named_sees_nothing_of_another(string owner)
    {
        await using var server = await RunningServer.StartAsync();
        using var added = await server.Client.SendAsync(
            "POST",
            "/v1/workspaces/w/memories",
            Wire.Json($$"""{"kind":"task","content":"Annas quince","trigger":"quince","{{owner}}":"anna"}"""));

        (await ListAsync(server, $"\"{owner}\":\"anna\",")).ShouldContain("quince");
        (await ListAsync(server, "")).ShouldContain("quince");
        (await ListAsync(server, $"\"{owner}\":\"bob\",")).ShouldNotContain("quince");
    }

    [Theory]
    [InlineData("user_id", "null")]
    [InlineData("user_id", "\"\"")]
    [InlineData("user_id", "7")]
    [InlineData("user_id", "\"a\\nb\"")]
    [InlineData("agent_id", "null")]
    [InlineData("agent_id", "[]")]
    [InlineData("session_id", "null")]
    [InlineData("session_id", "\"\"")]
    public async Task What_names_nobody_is_refused(string owner, string name)
    {
        await using var server = await RunningServer.StartAsync();
        using var answer = await server.Client.SendAsync("POST", "/vector_store", Wire.Json($$"""{"workspace_id":"w","action":"list","{{owner}}":{{name}}}"""));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(owner);
    }

    private static async Task<string> ListAsync(RunningServer server, string user) =>
        (await server.Client.PostAsync("/vector_store", $$"""{{{user}}"workspace_id":"w","action":"list"}""")).GetRawText();
}
