using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Remanence.Models;
using Remanence.ScriptedModels;

namespace Remanence.OpenAI.Tests.Chat;

/// <summary>What a model answers, and what comes of it.</summary>
public sealed class ReplyTests
{
    public static TheoryData<ChatWay> Ways => [ChatWay.Whole, ChatWay.Streamed];

    [Theory, MemberData(nameof(Ways))]
    public async Task A_text_comes_whole_with_usage_model_and_finish(ChatWay way)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Enqueue(Reply.Text("Grüße, 世界 👋"));
        using var client = endpoint.Client();

        var response = await client.AskAsync(way, "hello");

        response.Text.ShouldBe("Grüße, 世界 👋");
        response.FinishReason.ShouldBe(ChatFinishReason.Stop);
        response.ModelId.ShouldBe("scripted");
        response.ResponseId.ShouldBe("chatcmpl-1");
        response.Usage!.InputTokenCount.ShouldBe(11);
        response.Usage.OutputTokenCount.ShouldBe(7);
        response.Usage.TotalTokenCount.ShouldBe(18);
    }

    [Theory]
    [InlineData(ChatWay.Whole, "reasoning_content")]
    [InlineData(ChatWay.Whole, "reasoning")]
    [InlineData(ChatWay.Streamed, "reasoning_content")]
    [InlineData(ChatWay.Streamed, "reasoning")]
    public async Task Reasoning_in_its_own_field_is_kept_apart(ChatWay way, string field)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Enqueue(Reply.Reasoned("hm, let me see", "42", field));
        using var client = endpoint.Client();

        var response = await client.AskAsync(way, "hello");

        response.Text.ShouldBe("42");
        response.Reasoning().ShouldBe("hm, let me see");
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Reasoning_in_tags_is_kept_apart(ChatWay way)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Enqueue(Reply.Thought("a < b", """{"a": 1}"""));
        using var client = endpoint.Client();

        var response = await client.AskAsync(way, "hello");

        response.Text.ShouldBe("""{"a": 1}""");
        response.Reasoning().Trim().ShouldBe("a < b");
    }

    [Fact]
    public async Task A_delta_with_reasoning_and_text_loses_neither()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Enqueue(Reply.Stream([new JsonObject { ["reasoning_content"] = "so", ["content"] = "yes" }]));
        using var client = endpoint.Client();

        var response = await client.AskAsync(ChatWay.Streamed, "hello");

        response.Text.ShouldBe("yes");
        response.Reasoning().ShouldBe("so");
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Content_as_a_list_of_parts_is_read(ChatWay way)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Enqueue(Reply.Parts("one ", "two"));
        using var client = endpoint.Client();

        (await client.AskAsync(way, "hello")).Text.ShouldBe("one two");
    }

    [Fact]
    public async Task Pieces_with_ids_of_their_own_are_one_message()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Enqueue(Reply.Json(
            """
            data: {"id":"a","choices":[{"delta":{"content":"one "}}]}

            data: {"id":"b","choices":[{"delta":{"content":"two"},"finish_reason":"stop"}]}


            """,
            "text/event-stream"));
        using var client = endpoint.Client();

        (await client.AskAsync(ChatWay.Streamed, "hello")).Messages.ShouldHaveSingleItem().Text.ShouldBe("one two");
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_tool_call_with_null_content_is_an_answer(ChatWay way)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Enqueue(Reply.ToolCall("call_7", "weather", """{"city":"Köln","days":2}"""));
        using var client = endpoint.Client();

        var response = await client.AskAsync(way, "hello");

        response.FinishReason.ShouldBe(ChatFinishReason.ToolCalls);
        var call = response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Single();
        call.CallId.ShouldBe("call_7");
        call.Name.ShouldBe("weather");
        call.Arguments!["city"]!.ToString().ShouldBe("Köln");
        call.Exception.ShouldBeNull();
    }

    [Fact]
    public async Task Tool_calls_in_pieces_are_put_together()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Enqueue(Reply.Stream(
            [
                Piece(0, "a", "first", ""), Piece(0, null, null, "{\"x\""), Piece(0, null, null, ":1}"),
                Piece(1, "b", "second", "{}"),
            ],
            "tool_calls"));
        using var client = endpoint.Client();

        var response = await client.AskAsync(ChatWay.Streamed, "hello");

        var calls = response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();
        calls.Select(call => (call.CallId, call.Name, call.Arguments!.Count)).ShouldBe([("a", "first", 1), ("b", "second", 0)]);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Arguments_that_are_no_JSON_say_so(ChatWay way)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Enqueue(Reply.ToolCall("c", "weather", "{\"city\":"));
        using var client = endpoint.Client();

        var response = await client.AskAsync(way, "hello");

        response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Single().Exception.ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_text_cut_by_length_is_given_with_its_reason(ChatWay way)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Enqueue(Reply.Text("""{"a": [1, 2""", "length"));
        using var client = endpoint.Client();

        var response = await client.AskAsync(way, "hello");

        response.Text.ShouldBe("""{"a": [1, 2""");
        response.FinishReason.ShouldBe(ChatFinishReason.Length);
    }

    [Fact]
    public async Task An_endpoint_that_does_not_stream_answers_a_streaming_call_as_well()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Enqueue(Reply.Json("""{"choices":[{"message":{"content":"whole"},"finish_reason":"stop"}]}"""));
        using var client = endpoint.Client();

        (await client.AskAsync(ChatWay.Streamed, "hello")).Text.ShouldBe("whole");
    }

    [Fact]
    public async Task A_stream_that_breaks_after_its_finish_reason_is_whole()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Enqueue(Reply.CutBody("data: {\"choices\":[{\"delta\":{\"content\":\"all\"},\"finish_reason\":\"stop\"}]}\n\n", "text/event-stream"));
        using var client = endpoint.Client();

        (await client.AskAsync(ChatWay.Streamed, "hello")).Text.ShouldBe("all");
    }

    [Theory]
    [InlineData(ChatWay.Whole, "")]
    [InlineData(ChatWay.Streamed, "")]
    [InlineData(ChatWay.Whole, " \n")]
    [InlineData(ChatWay.Streamed, " \n")]
    public async Task An_empty_reply_is_no_answer(ChatWay way, string text) => await FailsAsync(way, Reply.Text(text), ModelFailure.BadReply);

    [Theory, MemberData(nameof(Ways))]
    public async Task Null_content_is_no_answer(ChatWay way) => await FailsAsync(way, Reply.Null(), ModelFailure.BadReply);

    [Theory, MemberData(nameof(Ways))]
    public async Task Reasoning_without_an_answer_is_no_answer(ChatWay way)
    {
        var exception = await FailsAsync(way, Reply.Reasoned("hm", "", "reasoning_content"), ModelFailure.BadReply);
        exception.Message.ShouldContain("answered with nothing");
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Tokens_used_up_by_reasoning_say_what_to_do(ChatWay way)
    {
        var exception = await FailsAsync(way, Reply.Text("<think>still thinking", "length"), ModelFailure.BadReply);
        exception.Message.ShouldContain("max_tokens");
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_refusal_is_one(ChatWay way)
    {
        var exception = await FailsAsync(way, Reply.Refusal("I can't talk about heliotropes."), ModelFailure.Refused);
        exception.Message.ShouldNotContain("heliotropes");
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_content_filter_refuses(ChatWay way) => await FailsAsync(way, Reply.Text("half an ans", "content_filter"), ModelFailure.Refused);

    [Theory]
    [InlineData(ChatWay.Whole, "")]
    [InlineData(ChatWay.Whole, "<html>")]
    [InlineData(ChatWay.Whole, "[]")]
    [InlineData(ChatWay.Whole, "{}")]
    [InlineData(ChatWay.Whole, """{"choices":[]}""")]
    [InlineData(ChatWay.Whole, """{"choices":[{"message":"text"}]}""")]
    [InlineData(ChatWay.Whole, """{"choices":"none"}""")]
    [InlineData(ChatWay.Whole, """{"choices":[{"message":{"content":17}}]}""")]
    [InlineData(ChatWay.Whole, """{"choices":[{"message":{"content":"\ud800"}}]}""")]
    [InlineData(ChatWay.Streamed, "data: {\"choices\": [\n\n")]
    [InlineData(ChatWay.Streamed, "data: {\"choices\": [{\"delta\":{\"content\":\"\\ud800\"}}]}\n\n")]
    [InlineData(ChatWay.Streamed, "data: [DONE]\n\n")]
    public async Task What_is_no_reply_is_a_bad_one(ChatWay way, string body) =>
        await FailsAsync(way, Reply.Json(body, way == ChatWay.Streamed ? "text/event-stream" : "application/json"), ModelFailure.BadReply);

    [Theory]
    [InlineData(429, ModelFailure.RateLimited)]
    [InlineData(502, ModelFailure.Unavailable)]
    [InlineData(400, ModelFailure.Rejected)]
    public async Task An_error_under_a_status_of_success_is_an_error(int code, ModelFailure failure)
    {
        var error = $$$"""{"error":{"message":"upstream","code":{{{code}}}}}""";
        await FailsAsync(ChatWay.Whole, Reply.Json(error), failure);
        await FailsAsync(ChatWay.Streamed, Reply.Json($"data: {error}\n\n", "text/event-stream"), failure);
    }

    private static async Task<ModelException> FailsAsync(ChatWay way, Reply reply, ModelFailure failure)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Enqueue(reply);
        using var client = endpoint.Client();
        var exception = await Should.ThrowAsync<ModelException>(() => client.AskAsync(way, "hello"));
        exception.Failure.ShouldBe(failure, exception.Message);
        exception.Profile.ShouldBe("llm.default");
        exception.Message.ShouldContain("test-model");
        endpoint.Chat.Requests.Count.ShouldBe(1);
        return exception;
    }

    private static JsonObject Piece(int index, string? id, string? name, string arguments) =>
        new()
        {
            ["tool_calls"] = new JsonArray(
                new JsonObject
                {
                    ["index"] = index,
                    ["id"] = id,
                    ["function"] = new JsonObject { ["name"] = name, ["arguments"] = arguments },
                }),
        };
}
