using Remanence.Mcp.External;
using Remanence.ScriptedModels;

namespace Remanence.Server.Tests.ReMe;

/// <summary>Tools of external MCP servers in the flow <c>react</c>.</summary>
public sealed class ExternalMcpTests
{
    [Fact]
    public async Task The_model_calls_them_and_hears_of_no_server_that_is_away()
    {
        await using var external = await RunningServer.StartAsync();
        await using var fixture = await ReactFixture.StartAsync(
            change: (settings, _) =>
                settings with
                {
                    Configuration = settings.Configuration with
                    {
                        ExternalMcpServers =
                        [
                            new ExternalMcpServer
                            {
                                Name = "notes",
                                Transport = ExternalMcpTransport.Http,
                                Url = new Uri(external.Address, "mcp"),
                            },
                            new ExternalMcpServer
                            {
                                Name = "away",
                                Transport = ExternalMcpTransport.Http,
                                Url = new Uri("http://127.0.0.1:1/mcp"),
                            },
                        ],
                    },
                });
        fixture.Model.Chat.Enqueue(
            Reply.ToolCall("c1", "memorize", """{"text":"Ana likes tea."}"""),
            Reply.ToolCall("c2", "retrieve", """{"query":"tea"}"""),
            Reply.Text("Tea."));

        var answer = await fixture.AskAsync("What does Ana like?");

        answer.GetProperty("answer").GetString().ShouldBe("Tea.");
        answer.GetProperty("metadata").GetProperty("degraded").EnumerateArray().ShouldHaveSingleItem().GetString()
            .ShouldBe("react: the MCP server away cannot be reached: no connection; check external_mcp.away.");
        fixture.Told(2)["c2"].ShouldContain("Ana likes tea.");
        (await external.Client.GetJsonAsync("/v1/workspaces/default/memories")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }
}
