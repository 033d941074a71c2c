using System.ClientModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using OpenAI;
using Remanence.ScriptedModels;

namespace Remanence.OpenAI.Tests.Chat;

/// <summary>
/// Microsoft.Extensions.AI.OpenAI as a peer: where an endpoint answers as OpenAI does, both clients say the same; the second half holds why the bodies are ours
/// (docs/decisions/0011), and goes red when the package no longer lacks it.
/// </summary>
public sealed class PeerTests
{
    public static TheoryData<ChatWay> Ways => [ChatWay.Whole, ChatWay.Streamed];

    [Theory, MemberData(nameof(Ways))]
    public Task A_text_is_the_same(ChatWay way) => BothAsync(way, Reply.Text("Guten Morgen, 早上好"), response =>
        $"{response.Text}|{response.FinishReason}|{response.Usage?.InputTokenCount}|{response.Usage?.OutputTokenCount}");

    [Theory, MemberData(nameof(Ways))]
    public Task An_answer_that_was_cut_short_is_the_same(ChatWay way) =>
        BothAsync(way, Reply.Text("Once upon a", "length"), response => $"{response.Text}|{response.FinishReason}");

    [Theory, MemberData(nameof(Ways))]
    public Task A_tool_call_is_the_same(ChatWay way) => BothAsync(way, Reply.ToolCall("call-1", "look_up", """{"word":"oboe","times":2}"""), response =>
    {
        var call = response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ShouldHaveSingleItem();
        return $"{response.FinishReason}|{call.CallId}|{call.Name}|{JsonSerializer.Serialize(call.Arguments)}";
    });

    [Theory, MemberData(nameof(Ways))]
    public async Task What_is_asked_is_the_same(ChatWay way)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        ChatMessage[] messages =
        [
            new(ChatRole.System, "Be brief."),
            new(ChatRole.User, "hello"),
            new(ChatRole.Assistant, "hi"),
            new(ChatRole.User, "Who plays?"),
        ];
        foreach (var client in (IChatClient[])[endpoint.Client(), Peer(endpoint)])
        {
            await client.AskAsync(way, messages, new ChatOptions { Temperature = 0.5f, StopSequences = ["END"] });
            client.Dispose();
        }

        var (ours, theirs) = (endpoint.Chat.Requests[0].Json, endpoint.Chat.Requests[1].Json);
        foreach (var name in (string[])["model", "temperature", "stop"])
        {
            JsonElement.DeepEquals(ours.GetProperty(name), theirs.GetProperty(name)).ShouldBeTrue(name);
        }

        Said(ours).ShouldBe(Said(theirs));
    }

    [Theory, MemberData(nameof(Ways))]
    public Task Reasoning_is_the_same(ChatWay way) =>
        BothAsync(way, Reply.Reasoned("It is a wind instrument.", "The oboe."), response => $"{response.Reasoning()}|{response.Text}");

    [Theory, MemberData(nameof(Ways))]
    public async Task It_takes_thoughts_in_tags_for_the_answer(ChatWay way)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Respond(Reply.Thought("It is a wind instrument.", "The oboe."));
        using var ours = endpoint.Client();
        using var theirs = Peer(endpoint);
        (await ours.AskAsync(way, "x")).Text.Trim().ShouldBe("The oboe.");
        (await theirs.AskAsync(way, "x")).Text.ShouldContain("wind instrument");
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task It_gives_up_where_a_parameter_is_refused(ChatWay way)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Respond(Reply.Unless(["temperature"], Reply.Text("The oboe.")));
        using var ours = endpoint.Client();
        using var theirs = Peer(endpoint);
        var warm = new ChatOptions { Temperature = 0.5f };
        (await ours.AskAsync(way, "x", warm)).Text.ShouldBe("The oboe.");
        await Should.ThrowAsync<ClientResultException>(() => theirs.AskAsync(way, "x", warm));
    }

    [Fact]
    public async Task It_fails_at_a_finish_reason_that_it_does_not_know()
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Respond(Reply.Message(new JsonObject { ["role"] = "assistant", ["content"] = "The oboe." }, "eos_token"));
        using var ours = endpoint.Client();
        using var theirs = Peer(endpoint);
        (await ours.AskAsync(ChatWay.Whole, "x")).Text.ShouldBe("The oboe.");
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => theirs.AskAsync(ChatWay.Whole, "x"));
    }

    private static async Task BothAsync(ChatWay way, Reply reply, Func<ChatResponse, string> tell)
    {
        await using var endpoint = await ModelEndpoint.StartAsync();
        endpoint.Chat.Respond(reply);
        using var ours = endpoint.Client();
        using var theirs = Peer(endpoint);
        tell(await ours.AskAsync(way, "x")).ShouldBe(tell(await theirs.AskAsync(way, "x")));
    }

    // Content may be a text or a list with one.
    private static IEnumerable<string> Said(JsonElement request) => request.GetProperty("messages").EnumerateArray().Select(message =>
    {
        var content = message.GetProperty("content");
        return $"{message.GetProperty("role")}: {(content.ValueKind == JsonValueKind.Array ? content[0].GetProperty("text") : content)}";
    });

    private static IChatClient Peer(ModelEndpoint endpoint) =>
        new OpenAIClient(new ApiKeyCredential(Profiles.Key), new OpenAIClientOptions { Endpoint = endpoint.BaseUrl })
            .GetChatClient("test-model")
            .AsIChatClient();
}
