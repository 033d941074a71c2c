using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Remanence.Models;
using Remanence.ScriptedModels;

namespace Remanence.OpenAI.Tests.Chat;

/// <summary>Endpoints know different parameters; a call goes without those that this one does not.</summary>
public sealed class RefusedParameterTests
{
    private static readonly JsonObject Parameters = new() { ["temperature"] = 0.6, ["seed"] = 42, ["enable_thinking"] = false };

    [Theory]
    [InlineData(ChatWay.Whole)]
    [InlineData(ChatWay.Streamed)]
    public async Task The_call_goes_without_what_is_refused_and_so_do_the_next(ChatWay way)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Respond(Reply.Unless(["enable_thinking"], Reply.Text("fine")));
        using var client = endpoint.Client(Parameters);

        (await client.AskAsync(way, "x")).Text.ShouldBe("fine");
        (await client.AskAsync(way, "x")).Text.ShouldBe("fine");

        endpoint.Chat.Requests.Select(request => request.Has("enable_thinking")).ShouldBe([true, false, false]);
        endpoint.Chat.Requests.ShouldAllBe(request => request.Has("temperature") && request.Has("seed"));
    }

    [Fact]
    public async Task Parameters_that_are_refused_one_by_one_all_go()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Respond(Reply.Unless(["enable_thinking", "seed"], Reply.Text("fine")));
        using var client = endpoint.Client(Parameters);

        (await client.GetResponseAsync("x")).Text.ShouldBe("fine");
        (await client.GetResponseAsync("x")).Text.ShouldBe("fine");

        endpoint.Chat.Requests.Count.ShouldBe(4);
        endpoint.Chat.Requests[^1].Has("temperature").ShouldBeTrue();
    }

    [Theory]
    [InlineData(400, """{"error":{"message":"Unknown parameter in request","code":"invalid_parameter"}}""")]
    [InlineData(422, """{"detail":[{"type":"extra_forbidden","loc":["body","unnamed"],"msg":"Extra inputs are not permitted","input":1}]}""")]
    public async Task Where_none_is_named_all_optional_ones_go(int status, string body)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Enqueue(Reply.Status(status, body), Reply.Text("fine"));
        using var client = endpoint.Client(Parameters);

        (await client.GetResponseAsync("x")).Text.ShouldBe("fine");

        endpoint.Chat.Requests[1].Json.EnumerateObject().Select(field => field.Name).ShouldBe(["model", "messages"], ignoreOrder: true);
    }

    [Fact]
    public async Task Fast_api_s_words_name_the_field()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Enqueue(
            Reply.Status(422, """{"detail":[{"type":"extra_forbidden","loc":["body","seed"],"msg":"Extra inputs are not permitted","input":42}]}"""),
            Reply.Text("fine"));
        using var client = endpoint.Client(Parameters);

        await client.GetResponseAsync("x");

        endpoint.Chat.Requests[1].Has("seed").ShouldBeFalse();
        endpoint.Chat.Requests[1].Has("temperature").ShouldBeTrue();
    }

    [Fact]
    public async Task The_longest_answer_goes_under_its_newer_name()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Respond(request =>
            request.Has("max_tokens")
                ? Reply.Status(
                    400,
                    """{"error":{"message":"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.","param":"max_tokens","code":"unsupported_parameter"}}""")
                : Reply.Text("fine"));
        using var client = endpoint.Client(Parameters);

        await client.GetResponseAsync("x", new ChatOptions { MaxOutputTokens = 50 });

        endpoint.Chat.Requests[1].Json.GetProperty("max_completion_tokens").GetInt32().ShouldBe(50);
    }

    [Fact]
    public async Task Where_a_schema_is_refused_the_model_is_told_of_it_in_words()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Respond(request => request.Has("response_format")
            ? Reply.Status(400, """{"error":{"message":"This response_format type is unavailable now"}}""")
            : Reply.Text("{}"));
        using var client = endpoint.Client();

        await client.GetResponseAsync(
            "x",
            new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonElement.Parse("""{"type":"object","title":"fact"}""")) });

        endpoint.Chat.Requests[1].LastMessage.ShouldStartWith("x\n\n");
        endpoint.Chat.Requests[1].LastMessage.ShouldContain("\"title\":\"fact\"");
    }

    [Theory]
    [InlineData("""{"error":{"message":"This model's maximum context length is 4096 tokens","code":"context_length_exceeded"}}""")]
    [InlineData("""{"error":{"message":"temperature must be at most 2"}}""")]
    [InlineData("")]
    public async Task Another_complaint_is_a_rejection_at_once(string body)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Respond(Reply.Status(400, body));
        using var client = endpoint.Client(Parameters);

        var exception = await Should.ThrowAsync<ModelException>(() => client.GetResponseAsync("x"));

        exception.Failure.ShouldBe(ModelFailure.Rejected);
        endpoint.Chat.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_endpoint_that_refuses_everything_is_not_asked_forever()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Respond(Reply.Status(400, """{"error":{"message":"Unsupported parameter"}}"""));
        using var client = endpoint.Client(Parameters);

        (await Should.ThrowAsync<ModelException>(() => client.GetResponseAsync("x"))).Failure.ShouldBe(ModelFailure.Rejected);
        endpoint.Chat.Requests.Count.ShouldBe(2);

        await Should.ThrowAsync<ModelException>(() => client.GetResponseAsync("x"));
        endpoint.Chat.Requests[2].Has("temperature").ShouldBeTrue("what did not help is not remembered");
    }
}
