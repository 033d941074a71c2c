using System.Net;

namespace Remanence.Server.Tests.ReMe;

/// <summary>ReMe has no users; a call of its routes that names one means that one all the same.</summary>
public sealed class UserTests
{
    [Fact]
    public async Task A_user_who_is_named_sees_nothing_of_another()
    {
        await using var server = await RunningServer.StartAsync();
        using var added = await server.Client.SendAsync(
            "POST",
            "/v1/workspaces/w/memories",
            Wire.Json("""{"kind":"task","content":"Annas quince","trigger":"quince","user_id":"anna"}"""));

        (await ListAsync(server, "\"user_id\":\"anna\",")).ShouldContain("quince");
        (await ListAsync(server, "")).ShouldContain("quince");
        (await ListAsync(server, "\"user_id\":\"bob\",")).ShouldNotContain("quince");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("7")]
    [InlineData("\"a\\nb\"")]
    public async Task What_names_nobody_is_refused(string user)
    {
        await using var server = await RunningServer.StartAsync();
        using var answer = await server.Client.SendAsync("POST", "/vector_store", Wire.Json($$"""{"workspace_id":"w","action":"list","user_id":{{user}}}"""));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("user_id");
    }

    private static async Task<string> ListAsync(RunningServer server, string user) =>
        (await server.Client.PostAsync("/vector_store", $$"""{{{user}}"workspace_id":"w","action":"list"}""")).GetRawText();
}
