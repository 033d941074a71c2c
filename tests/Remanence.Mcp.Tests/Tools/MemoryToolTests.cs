using ModelContextProtocol;
using NSubstitute;
using Remanence.Mcp.Tests.Support;
using Remanence.Services;

namespace Remanence.Mcp.Tests.Tools;

public sealed class MemoryToolTests
{
    [Fact]
    public async Task A_text_is_kept_found_corrected_and_forgotten()
    {
        await using var mcp = await McpFixture.StartAsync();
        var kept = (await mcp.CallAsync("memorize", new { text = "Ana moved to Lisbon." })).Json();
        var id = kept.GetProperty("memories")[0].GetProperty("id").GetString();

        var found = await mcp.CallAsync("retrieve", new { query = "Where does Ana live?" });
        found.Json().GetProperty("results")[0].GetProperty("memory").GetProperty("id").GetString().ShouldBe(id);
        found.Text().ShouldContain("> Ana moved to Lisbon.");
        (await mcp.CallAsync("update_memory", new { id, content = "Ana moved to Porto." }))
            .Json()
            .GetProperty("content")
            .GetString()
            .ShouldBe("Ana moved to Porto.");
        (await mcp.CallAsync("forget", new { id })).Json().GetProperty("forgotten").GetBoolean().ShouldBeTrue();
        (await mcp.CallAsync("get_memory", new { id })).Fault().ShouldContain("does not exist here");
        (await mcp.CallAsync("memory_history", new { id })).Json().GetProperty("entries").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task What_does_not_fit_is_not_said_to_be_forgotten()
    {
        await using var mcp = await McpFixture.StartAsync();
        await mcp.CallAsync("memorize", new { text = string.Concat(Enumerable.Repeat("zebra ", 2000)) });

        (await mcp.CallAsync("retrieve", new { query = "zebra", max_tokens = 50 }))
            .Text()
            .ShouldContain("The first is too long, and cut around what was asked for.");
        (await mcp.CallAsync("retrieve", new { query = "zebra", max_tokens = 1 }))
            .Text()
            .ShouldBe("Something is remembered about this, and nothing of it is shown. None of 1 memories found fit into max_tokens 1.");
    }

    [Fact]
    public async Task A_user_does_not_see_another_users_memories()
    {
        await using var mcp = await McpFixture.StartAsync();
        await mcp.CallAsync("memorize", new { text = "Ana likes tea.", user_id = "ana" });
        (await mcp.CallAsync("list_memories", new { user_id = "ben" })).Json().GetProperty("items").GetArrayLength().ShouldBe(0);
        (await mcp.CallAsync("list_memories", new { user_id = "ana" })).Json().GetProperty("items").GetArrayLength().ShouldBe(1);
        (await mcp.CallAsync("list_memories", new { workspace_id = "other" })).Json().GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("retrieve", """{}""", "query is missing")]
    [InlineData("retrieve", """{"query": 5}""", "query must be a string, but is the number 5.")]
    [InlineData("retrieve", """{"query": "  "}""", "query is empty")]
    [InlineData("retrieve", """{"query": "x", "topk": 3}""", "did you mean top_k?")]
    [InlineData("retrieve", """{"query": "x", "top_k": 0}""", "top_k must be a whole number from 1 to 1000")]
    [InlineData("retrieve", """{"query": "x", "top_k": "3"}""", "top_k must be a whole number")]
    [InlineData("retrieve", """{"query": "x", "kinds": "task"}""", "kinds must be an array")]
    [InlineData("retrieve", """{"query": "x", "as_of": "yesterday"}""", "as_of must be an RFC 3339 time")]
    [InlineData("memorize", """{}""", "There is nothing to remember")]
    [InlineData("memorize", """{"text": "a", "messages": [{"role": "user", "content": "b"}]}""", "Both text and messages")]
    [InlineData("memorize", """{"messages": []}""", "messages has 0 items")]
    [InlineData(
        "memorize",
        """{"messages": [{"role": "boss", "content": "b"}]}""",
        "messages[0].role is \"boss\"; it must be one of user, assistant, system, tool.")]
    [InlineData("memorize", """{"messages": [{"role": "user"}]}""", "messages[0].content is missing")]
    [InlineData("memorize", """{"messages": [7]}""", "messages[0] must be an object")]
    [InlineData("list_memories", """{"cursor": "nonsense"}""", "cursor")]
    [InlineData("update_memory", """{"id": "x", "score": 2}""", "score must be a number from 0 to 1")]
    [InlineData("update_memory", """{"id": "x", "metadata": {"_remanence": {"fact": {"attribute": "home"}}}}""", "metadata._remanence")]
    [InlineData("update_memory", """{"id": "x", "state": {"version": 1}}""", "state")]
    [InlineData("retrieve", """{"query": "x", "user_id": null}""", "user_id is null")]
    [InlineData("retrieve", """{"query": "x", "workspace_id": null}""", "workspace_id is null")]
    [InlineData("list_memories", """{"workspace_id": null}""", "leave it out to mean the usual one")]
    [InlineData("get_memory", """{"id": "x"}""", "x")]
    public async Task A_wrong_call_is_told_what_to_change(string tool, string arguments, string fault)
    {
        await using var mcp = await McpFixture.StartAsync();
        using var json = System.Text.Json.JsonDocument.Parse(arguments);
        var given = json.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => (object?)member.Value, StringComparer.Ordinal);
        (await mcp.Client.CallToolAsync(tool, given)).Fault().ShouldContain(fault);
    }

    [Fact]
    public async Task A_huge_text_is_refused_with_its_limit()
    {
        await using var mcp = await McpFixture.StartAsync();
        (await mcp.CallAsync("retrieve", new { query = new string('x', ServiceLimits.MaxQueryLength + 1) })).Fault().ShouldContain("at most 10000");
    }

    [Fact]
    public async Task A_failure_shows_an_event_id_and_nothing_else()
    {
        var service = Substitute.For<MemoryService>();
        service.RetrieveAsync(default!, default!, default).ReturnsForAnyArgs<RetrieveResult>(_ => throw new InvalidOperationException("secret details"));
        await using var mcp = await McpFixture.StartAsync(service);
        var fault = (await mcp.CallAsync("retrieve", new { query = "x" })).Fault();
        fault.ShouldContain("event id");
        fault.ShouldNotContain("secret");
    }

    [Fact]
    public async Task An_unknown_tool_is_a_protocol_error()
    {
        await using var mcp = await McpFixture.StartAsync();
        var refused = await Should.ThrowAsync<McpProtocolException>(() => mcp.CallAsync("retreive"));
        refused.ErrorCode.ShouldBe(McpErrorCode.InvalidParams);
        refused.Message.ShouldContain("did you mean retrieve?");
    }

    [Fact]
    public async Task What_the_service_cannot_do_is_no_tool()
    {
        await using var mcp = await McpFixture.StartAsync(Substitute.For<MemoryService>());

        (await mcp.Client.ListToolsAsync()).Select(tool => tool.Name).ShouldBe(["memorize", "retrieve", "list_memories", "get_memory", "forget"]);
    }

    [Fact]
    public async Task Tools_say_what_they_do_to_memories()
    {
        await using var mcp = await McpFixture.StartAsync();
        var tools = await mcp.Client.ListToolsAsync();
        tools.Select(tool => tool.Name).ShouldBe(["memorize", "retrieve", "list_memories", "get_memory", "update_memory", "forget", "memory_history"]);
        tools.Where(tool => tool.ProtocolTool.Annotations!.ReadOnlyHint == true).Select(tool => tool.Name)
            .ShouldBe(["retrieve", "list_memories", "get_memory", "memory_history"]);
        tools.Where(tool => tool.ProtocolTool.Annotations!.DestructiveHint == true).Select(tool => tool.Name).ShouldBe(["update_memory", "forget"]);
    }
}
