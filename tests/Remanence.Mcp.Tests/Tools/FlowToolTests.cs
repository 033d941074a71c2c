using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using Remanence.Mcp.Tests.Support;

namespace Remanence.Mcp.Tests.Tools;

public sealed class FlowToolTests
{
    [Fact]
    public async Task A_flow_is_a_tool_with_its_whole_schema_and_answers_with_its_whole_response()
    {
        await using var mcp = await McpFixture.StartAsync(flows: EchoFlows.Build());
        var tools = await mcp.Client.ListToolsAsync();
        tools.Select(tool => tool.Name).ShouldContain("echo_flow");
        tools.Select(tool => tool.Name).ShouldNotContain("hidden_flow");
        tools.Select(tool => tool.Name).ShouldNotContain("no tool name");
        var properties = tools.Single(tool => tool.Name == "echo_flow").JsonSchema.GetProperty("properties");
        properties
            .EnumerateObject()
            .Select(property => property.Name)
            .ShouldBe(["query", "messages", "metadata", "top_k", "workspace_id", "looked_up", "user_id"], ignoreOrder: true);

        var result = await mcp.CallAsync("echo_flow", new { query = "hello" });
        result.Text().ShouldBe("hello");
        var response = result.Json();
        response.GetProperty("answer").GetString().ShouldBe("hello");
        response.GetProperty("success").GetBoolean().ShouldBeTrue();
        response.GetProperty("metadata").GetProperty("workspace").GetString().ShouldBe("default");
    }

    [Fact]
    public async Task Who_names_a_user_means_that_user_and_nobody_means_everybody_by_an_empty_name()
    {
        await using var mcp = await McpFixture.StartAsync(flows: EchoFlows.Build());
        (await mcp.CallAsync("echo_flow", new { query = "x", user_id = "ann" })).Json().GetProperty("metadata").GetProperty("user").GetString().ShouldBe("ann");
        (await mcp.CallAsync("echo_flow", new { query = "x", user_id = (string?)null })).Fault().ShouldContain("user_id");
        (await mcp.CallAsync("echo_flow", new { query = "x", workspace_id = (string?)null })).Fault().ShouldContain("workspace_id is null");
        (await mcp.CallAsync("echo_flow", new { query = "x", user_id = "" })).Fault().ShouldContain("user_id");
        (await mcp.CallAsync("echo_flow", new { query = "x", user_id = 7 })).Fault().ShouldContain("user_id");
        (await mcp.CallAsync("echo_flow", new { query = "x", user_id = "ann", workspace_id = "../x" })).Fault().ShouldContain("workspace");
        (await mcp.CallAsync("echo_flow", new { query = "x", workspace_id = "../x" })).Fault().ShouldContain("workspace");
    }

    [Fact]
    public async Task Failures_of_a_flow_are_answers()
    {
        await using var mcp = await McpFixture.StartAsync(flows: EchoFlows.Build());
        (await mcp.CallAsync("echo_flow", new { query = "refuse" })).Fault().ShouldBe("refuse");
        (await mcp.CallAsync("echo_flow", new { query = "x", top_k = "many" })).Fault().ShouldContain("top_k must be a whole number");
        (await mcp.CallAsync("echo_flow", new { query = "x", looked_up = new[] { new { metadata = new { _remanence = 1 } } } }))
            .Fault()
            .ShouldContain("looked_up[0].metadata._remanence");
        var failed = (await mcp.CallAsync("echo_flow", new { query = "fail" })).Fault();
        failed.ShouldContain("echo_flow");
        failed.ShouldNotContain("secret");
    }

    [Fact]
    public async Task What_no_step_of_a_flow_reads_is_refused_by_name()
    {
        await using var mcp = await McpFixture.StartAsync(flows: EchoFlows.Build());
        (await mcp.CallAsync("echo_flow", new { query = "x", topK = 3 })).Fault().ShouldBe("topK is not known here; did you mean top_k?");
        (await mcp.CallAsync("echo_flow", new { query = "x", colour = "red" })).Fault().ShouldContain("known are query, messages, metadata");
        (await mcp.CallAsync("echo_flow", new { query = "x", looked_up = "by name" })).Text().ShouldBe("x");
    }

    [Fact]
    public async Task A_streaming_flow_tells_its_parts_as_progress()
    {
        await using var mcp = await McpFixture.StartAsync(flows: EchoFlows.Build());
        var told = new ConcurrentQueue<string?>();
        var both = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // As it is on the wire: this client forgets who listens to a call's progress as soon as it has the answer, also what came before it.
        await using var listening = mcp.Client.RegisterNotificationHandler(NotificationMethods.ProgressNotification, (notification, _) =>
        {
            told.Enqueue(notification.Params!["message"]!.GetValue<string>());
            if (told.Count == 2)
            {
                both.TrySetResult();
            }

            return ValueTask.CompletedTask;
        });
        var request = new JsonRpcRequest
        {
            Id = new RequestId("streaming"),
            Method = RequestMethods.ToolsCall,
            Params = JsonNode.Parse("""{"name": "streaming_flow", "arguments": {"query": "whole"}, "_meta": {"progressToken": "parts"}}"""),
        };
        var response = await mcp.Client.SendRequestAsync(request, TestContext.Current.CancellationToken);
        response.Result!["content"]![0]!["text"]!.GetValue<string>().ShouldBe("whole");
        await both.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        told.ShouldBe(["first", "second"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_cancelled_call_ends_the_flow()
    {
        await using var mcp = await McpFixture.StartAsync(flows: EchoFlows.Build());
        // As it is on the wire: this client gives up a call of its own without telling.
        var request = new JsonRpcRequest
        {
            Id = new RequestId("to-be-cancelled"),
            Method = RequestMethods.ToolsCall,
            Params = JsonNode.Parse("""{"name": "echo_flow", "arguments": {"query": "wait"}}"""),
        };
        _ = mcp.Client.SendRequestAsync(request, CancellationToken.None);
        await EchoOperator.Waiting.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await mcp.Client.SendNotificationAsync(NotificationMethods.CancelledNotification, new CancelledNotificationParams { RequestId = request.Id });
        await EchoOperator.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
