using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Remanence.Anthropic;
using Remanence.Models;
using Remanence.ScriptedModels;

namespace Remanence.OpenAI.Tests.Anthropic;

public sealed class AnthropicTests
{
    private const string EventStream = "text/event-stream";

    public static TheoryData<ChatWay> Ways => [ChatWay.Whole, ChatWay.Streamed];

    [Theory, MemberData(nameof(Ways))]
    public async Task A_text_comes_with_usage_and_the_profile_s_parameters_go(ChatWay way)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Messages.Enqueue(Reply.Anthropic("Grüße"));
        using var client = Client(endpoint, new JsonObject { ["max_tokens"] = 77, ["stop"] = "END" });

        var response = await client.AskAsync(way, "hello");

        response.Text.ShouldBe("Grüße");
        response.FinishReason.ShouldBe(ChatFinishReason.Stop);
        response.Usage!.OutputTokenCount.ShouldBe(7);
        var sent = endpoint.Messages.Requests.ShouldHaveSingleItem();
        sent.Headers["Authorization"].ShouldBe("Bearer " + Profiles.Key);
        sent.Json.GetProperty("model").GetString().ShouldBe("test-model");
        sent.Json.GetProperty("max_tokens").GetInt32().ShouldBe(77);
        sent.Json.GetProperty("stop_sequences")[0].GetString().ShouldBe("END");
    }

    [Theory]
    [InlineData(ChatWay.Whole, 400, "invalid_request_error", ModelFailure.Rejected)]
    [InlineData(ChatWay.Streamed, 400, "invalid_request_error", ModelFailure.Rejected)]
    [InlineData(ChatWay.Whole, 401, "authentication_error", ModelFailure.Unauthorized)]
    [InlineData(ChatWay.Streamed, 401, "authentication_error", ModelFailure.Unauthorized)]
    [InlineData(ChatWay.Whole, 413, "request_too_large", ModelFailure.Rejected)]
    [InlineData(ChatWay.Whole, 429, "rate_limit_error", ModelFailure.RateLimited)]
    [InlineData(ChatWay.Streamed, 429, "rate_limit_error", ModelFailure.RateLimited)]
    [InlineData(ChatWay.Whole, 500, "api_error", ModelFailure.Unavailable)]
    [InlineData(ChatWay.Whole, 529, "overloaded_error", ModelFailure.Unavailable)]
    [InlineData(ChatWay.Streamed, 529, "overloaded_error", ModelFailure.Unavailable)]
    public async Task A_status_has_its_kind_after_one_attempt(ChatWay way, int status, string type, ModelFailure failure)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Messages.Respond(Reply.AnthropicError(status, type, "it said heliotropes at dawn", ("Retry-After", "3")));
        using var client = Client(endpoint);

        var exception = await Should.ThrowAsync<ModelException>(() => client.AskAsync(way, "heliotropes at dawn"));

        exception.Failure.ShouldBe(failure);
        exception.RetryAfter.ShouldBe(TimeSpan.FromSeconds(3));
        exception.ToString().ShouldNotContain("heliotropes");
        exception.ToString().ShouldNotContain(Profiles.Key);
        endpoint.Messages.Requests.Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_broken_connection_is_unavailable(ChatWay way) => await FailsAsync(way, Reply.Reset(), ModelFailure.Unavailable);

    [Theory, MemberData(nameof(Ways))]
    public async Task Late_headers_time_out(ChatWay way) =>
        await FailsAsync(way, Reply.Late(new Gate(), Reply.Anthropic("x")), ModelFailure.TimedOut, Profiles.Short);

    [Fact]
    public async Task A_trickling_body_times_out() =>
        await FailsAsync(ChatWay.Whole, Reply.Trickle(" ", TimeSpan.FromMilliseconds(10)), ModelFailure.TimedOut, Profiles.Short);

    [Fact]
    public async Task A_silent_stream_times_out() =>
        await FailsAsync(
            ChatWay.Streamed,
            Reply.Stall(new Gate(), Reply.AnthropicStart("one"), contentType: EventStream),
            ModelFailure.TimedOut,
            Profiles.Short);

    [Fact]
    public async Task A_cut_stream_is_unavailable()
    {
        await FailsAsync(ChatWay.Streamed, Reply.CutBody(Reply.AnthropicStart("one"), EventStream), ModelFailure.Unavailable);
        await FailsAsync(ChatWay.Streamed, Reply.Json(Reply.AnthropicStart("one"), EventStream), ModelFailure.Unavailable);
    }

    [Fact]
    public async Task An_error_inside_a_stream_is_an_error()
    {
        var error = Reply.Named("error", new JsonObject { ["error"] = new JsonObject { ["type"] = "overloaded_error", ["message"] = "Overloaded" } });
        await FailsAsync(ChatWay.Streamed, Reply.Json(Reply.AnthropicStart("one") + error, EventStream), ModelFailure.Unavailable);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task An_empty_reply_is_no_answer(ChatWay way) => await FailsAsync(way, Reply.Anthropic(""), ModelFailure.BadReply);

    [Theory, MemberData(nameof(Ways))]
    public async Task A_refusal_is_one(ChatWay way) => await FailsAsync(way, Reply.Anthropic("I will", "refusal"), ModelFailure.Refused);

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("{}")]
    public async Task What_is_no_reply_is_a_bad_one(string body) => await FailsAsync(ChatWay.Whole, Reply.Json(body), ModelFailure.BadReply);

    [Theory, MemberData(nameof(Ways))]
    public async Task The_caller_s_cancellation_is_no_failure(ChatWay way)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Messages.Respond(Reply.Late(new Gate(), Reply.Anthropic("x")));
        using var client = Client(endpoint);
        using var stop = new CancellationTokenSource();
        var call = client.AskAsync(way, "x", cancellationToken: stop.Token);
        await endpoint.Messages.SeenAsync(1);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    private static async Task FailsAsync(ChatWay way, Reply reply, ModelFailure failure, TimeSpan? timeout = null)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Messages.Respond(reply);
        using var client = Client(endpoint, timeout: timeout);
        var exception = await Should.ThrowAsync<ModelException>(() => client.AskAsync(way, "hello"));
        exception.Failure.ShouldBe(failure, exception.ToString());
        endpoint.Messages.Requests.Count.ShouldBe(1);
    }

    private static IChatClient Client(ModelEndpoint endpoint, JsonObject? parameters = null, TimeSpan? timeout = null) =>
        new AnthropicModelProvider().CreateChat(endpoint.Profile(parameters, timeout) with { BaseUrl = endpoint.Root });
}
