using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.AI;
using Remanence.Models;
using Remanence.ScriptedModels;

namespace Remanence.OpenAI.Tests.Endpoints;

/// <summary>What goes wrong on the wire, and what it is called; whole and streamed.</summary>
public sealed class FailureTests
{
    private const string Secret = "the heliotrope is under the stairs";

    public static TheoryData<ChatWay> Ways => [ChatWay.Whole, ChatWay.Streamed];

    public static TheoryData<ChatWay, int, string?, ModelFailure> Statuses()
    {
        var data = new TheoryData<ChatWay, int, string?, ModelFailure>();
        foreach (var way in new[] { ChatWay.Whole, ChatWay.Streamed })
        {
            data.Add(way, 400, null, ModelFailure.Rejected);
            data.Add(way, 404, null, ModelFailure.Rejected);
            data.Add(way, 413, null, ModelFailure.Rejected);
            data.Add(way, 422, null, ModelFailure.Rejected);
            data.Add(way, 307, null, ModelFailure.Rejected);
            data.Add(way, 401, null, ModelFailure.Unauthorized);
            data.Add(way, 402, null, ModelFailure.Unauthorized);
            data.Add(way, 403, null, ModelFailure.Unauthorized);
            data.Add(way, 408, null, ModelFailure.TimedOut);
            data.Add(way, 429, null, ModelFailure.RateLimited);
            data.Add(way, 500, null, ModelFailure.Unavailable);
            data.Add(way, 503, "<html>busy</html>", ModelFailure.Unavailable);
            data.Add(way, 529, "", ModelFailure.Unavailable);
            data.Add(way, 400, """{"error":{"code":"content_filter","message":"filtered"}}""", ModelFailure.Refused);
            data.Add(way, 400, """{"code":"data_inspection_failed","message":"inappropriate"}""", ModelFailure.Refused);
        }

        return data;
    }

    [Theory, MemberData(nameof(Statuses))]
    public async Task A_status_has_its_kind(ChatWay way, int status, string? body, ModelFailure failure)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Respond(Reply.Status(status, body));
        using var client = endpoint.Client();

        var exception = await Should.ThrowAsync<ModelException>(() => client.AskAsync(way, "x"));

        exception.Failure.ShouldBe(failure);
        exception.Message.ShouldContain("test-model");
        exception.Message.ShouldContain(endpoint.BaseUrl.Authority);
        endpoint.Chat.Requests.Count.ShouldBe(1, "one attempt a call");
    }

    [Fact]
    public async Task An_endpoint_may_ask_for_patience()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        var time = new StoppedTime(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));
        using var client = new OpenAIModelProvider(time).CreateChat(endpoint.Profile());
        endpoint.Chat.Enqueue(
            Reply.Status(429, null, ("Retry-After", "7")),
            Reply.Status(503, null, ("Retry-After", "Thu, 01 Jan 2026 12:01:30 GMT")),
            Reply.Status(429, null, ("Retry-After", "Thu, 01 Jan 2026 11:00:00 GMT")),
            Reply.Status(429, null, ("retry-after-ms", "250")),
            Reply.Status(429, null, ("Retry-After", "soon")),
            Reply.Status(429));

        var waits = new List<TimeSpan?>();
        for (var i = 0; i < 6; i++)
        {
            waits.Add((await Should.ThrowAsync<ModelException>(() => client.GetResponseAsync("x"))).RetryAfter);
        }

        waits.ShouldBe([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(90), TimeSpan.Zero, TimeSpan.FromMilliseconds(250), null, null]);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_connection_that_breaks_is_unavailable(ChatWay way)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Respond(Reply.Reset());
        using var client = endpoint.Client();

        (await Should.ThrowAsync<ModelException>(() => client.AskAsync(way, "x"))).Failure.ShouldBe(ModelFailure.Unavailable);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Nobody_there_is_unavailable(ChatWay way)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var endpoint = await ModelEndpoint.StartAsync();
        using var client = new OpenAIModelProvider().CreateChat(endpoint.Profile() with { BaseUrl = new Uri($"http://127.0.0.1:{port}/v1") });

        var exception = await Should.ThrowAsync<ModelException>(() => client.AskAsync(way, "x"));

        exception.Failure.ShouldBe(ModelFailure.Unavailable);
        exception.Message.ShouldContain("base_url");
    }

    [Fact]
    public async Task An_unknown_host_is_unavailable()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        using var client = new OpenAIModelProvider().CreateChat(endpoint.Profile() with { BaseUrl = new Uri("http://no-such-host.invalid/v1") });
        (await Should.ThrowAsync<ModelException>(() => client.GetResponseAsync("x"))).Failure.ShouldBe(ModelFailure.Unavailable);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Headers_that_do_not_come_time_out(ChatWay way)
    {
        var gate = new Gate();
        await TimesOutAsync(way, Reply.Late(gate, Reply.Text("late")));
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task An_error_whose_words_do_not_come_is_told_by_its_status(ChatWay way)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Respond(Reply.Custom(async (context, _, cancellationToken) =>
        {
            context.Response.StatusCode = 500;
            await context.Response.Body.FlushAsync(cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }));
        using var client = endpoint.Client(timeout: Profiles.Short);

        (await Should.ThrowAsync<ModelException>(() => client.AskAsync(way, "x"))).Failure.ShouldBe(ModelFailure.Unavailable);
    }

    [Fact]
    public async Task A_body_that_stops_times_out() => await TimesOutAsync(ChatWay.Whole, Reply.Stall(new Gate(), "{\"choices\":"));

    [Fact]
    public async Task A_body_that_trickles_times_out() => await TimesOutAsync(ChatWay.Whole, Reply.Trickle(" ", TimeSpan.FromMilliseconds(10)));

    [Fact]
    public async Task A_stream_that_falls_silent_times_out() => await TimesOutAsync(ChatWay.Streamed, Reply.SilentStream(new Gate(), "one", "two"));

    [Fact]
    public async Task A_stream_that_never_speaks_times_out() => await TimesOutAsync(ChatWay.Streamed, Reply.SilentStream(new Gate()));

    [Fact]
    public async Task A_stream_without_end_ends()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Respond(Reply.EndlessStream("more ", TimeSpan.FromMilliseconds(10)));
        using var client = new OpenAIModelProvider().CreateChat(endpoint.Profile() with { TotalTimeout = Profiles.Short });

        (await Should.ThrowAsync<ModelException>(() => client.AskAsync(ChatWay.Streamed, "x"))).Failure.ShouldBe(ModelFailure.TimedOut);
    }

    [Fact]
    public async Task A_slow_stream_may_take_longer_than_one_silence()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        var gate = new Gate();
        endpoint.Chat.Respond(Reply.SilentStream(gate, "slow"));
        using var client = endpoint.Client();

        await using var updates = client.GetStreamingResponseAsync("x").GetAsyncEnumerator();
        (await updates.MoveNextAsync()).ShouldBeTrue();
        updates.Current.Text.ShouldBe("slow");
        gate.Open();
        while (await updates.MoveNextAsync())
        {
        }
    }

    [Fact]
    public async Task A_body_that_is_cut_is_unavailable()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Respond(Reply.CutBody("{\"choices\":[{\"message\":"));
        using var client = endpoint.Client();
        (await Should.ThrowAsync<ModelException>(() => client.GetResponseAsync("x"))).Failure.ShouldBe(ModelFailure.Unavailable);
    }

    [Theory]
    [InlineData]
    [InlineData("one", "two")]
    public async Task A_stream_that_is_cut_is_unavailable_whatever_came_before(params string[] texts)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Enqueue(Reply.CutStream(texts));
        endpoint.Chat.Enqueue(Reply.Stream(texts.Select(text => new System.Text.Json.Nodes.JsonObject { ["content"] = text }), finish: null, done: false));
        using var client = endpoint.Client();

        (await Should.ThrowAsync<ModelException>(() => client.AskAsync(ChatWay.Streamed, "x"))).Failure.ShouldBe(ModelFailure.Unavailable);
        (await Should.ThrowAsync<ModelException>(() => client.AskAsync(ChatWay.Streamed, "x"))).Failure.ShouldBe(ModelFailure.Unavailable);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task The_caller_s_cancellation_is_no_failure(ChatWay way)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        var gate = new Gate();
        endpoint.Chat.Enqueue(Reply.Late(gate, Reply.Text("x")), way == ChatWay.Whole ? Reply.Stall(gate, "{") : Reply.SilentStream(gate, "one"));
        using var client = endpoint.Client();
        for (var i = 1; i <= 2; i++)
        {
            using var stop = new CancellationTokenSource();
            var call = client.AskAsync(way, "x", cancellationToken: stop.Token);
            await endpoint.Chat.SeenAsync(i);
            await stop.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => call);
        }
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task No_key_and_nothing_said_comes_into_a_message(ChatWay way)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Respond(request =>
            Reply.Status(
                400,
                $$"""{"detail":[{"loc":["body","messages",0,"content"],"msg":"Value error, got '{{Secret}}' with Bearer {{Profiles.Key}} and pin 4711","input":"{{Secret}}"}]}"""));
        using var client = endpoint.Client();

        var exception = await Should.ThrowAsync<ModelException>(
            () => client.AskAsync(way, [new ChatMessage(ChatRole.System, "4711"), new ChatMessage(ChatRole.User, $"Remember: {Secret}!")]));

        var everything = exception.ToString();
        everything.ShouldContain("Value error");
        foreach (var secret in new[] { "heliotrope", "stairs", Profiles.Key, "4711" })
        {
            everything.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task The_endpoint_s_words_come_on_one_short_line()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Respond(Reply.Status(400, "bad\u001b[31m\nthing " + new string('z', 5000)));
        using var client = endpoint.Client();

        var exception = await Should.ThrowAsync<ModelException>(() => client.GetResponseAsync("x"));

        exception.Message.ShouldContain("bad\\u001b[31m thing");
        exception.Message.Length.ShouldBeLessThan(600);
        exception.Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_redirect_takes_the_key_nowhere()
    {
        await using var other = await ModelEndpoint.StartAsync();
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Respond(Reply.Status(307, null, ("Location", other.BaseUrl + "/chat/completions")));
        using var client = endpoint.Client();

        (await Should.ThrowAsync<ModelException>(() => client.GetResponseAsync("x"))).Message.ShouldContain("base_url");
        other.Chat.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void A_key_that_no_header_can_carry_is_told_without_being_shown()
    {
        var profile = new Remanence.Models.Profiles.ModelProfile { Name = "llm.default", Backend = "openai_compatible", Model = "m", ApiKey = "sk-ключ" };
        var exception = Should.Throw<ModelException>(() => new OpenAIModelProvider().CreateChat(profile));
        exception.Failure.ShouldBe(ModelFailure.Unauthorized);
        exception.Message.ShouldNotContain("ключ");
    }

    private static async Task TimesOutAsync(ChatWay way, Reply reply)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Respond(reply);
        using var client = endpoint.Client(timeout: Profiles.Short);
        var watch = Stopwatch.StartNew();

        var exception = await Should.ThrowAsync<ModelException>(() => client.AskAsync(way, "x"));

        exception.Failure.ShouldBe(ModelFailure.TimedOut);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }
}
