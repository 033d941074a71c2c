using Microsoft.Extensions.AI;
using Remanence.Models;

namespace Remanence.Tests.Models.Caching;

public sealed class CachingChatTests
{
    private static readonly ChatOptions Cold = new() { Temperature = 0 };

    [Fact]
    public async Task The_same_request_is_answered_once()
    {
        var chat = new ScriptedChat(ScriptedChat.Says("first", usage: new() { InputTokenCount = 5, OutputTokenCount = 1 }), ScriptedChat.Says("second"));
        using var catalog = FakeProvider.Catalog(chat, cache: 1 << 20);

        var first = await catalog.Chat().GetResponseAsync("hello", Cold);
        first.Messages[0].Contents.Clear();
        var again = await catalog.Chat().GetResponseAsync("hello", Cold);
        var streamed = await catalog.Chat().GetStreamingResponseAsync("hello", Cold).ToChatResponseAsync();

        again.Text.ShouldBe("first");
        again.Usage.ShouldBeNull();
        streamed.Text.ShouldBe("first");
        streamed.FinishReason.ShouldBe(ChatFinishReason.Stop);
        chat.Calls.ShouldBe(1);
        catalog.Usage.Total.Calls.ShouldBe(1);
    }

    public static TheoryData<string, ChatOptions?> Others() => new()
    {
        { "hello!", Cold },
        { "hello", new() { Temperature = 0, MaxOutputTokens = 5 } },
        { "hello", new() { Temperature = 0, Instructions = "be brief" } },
        { "hello", new() { Temperature = 0, ResponseFormat = ChatResponseFormat.Json } },
        { "hello", new() { Temperature = 0, ModelId = "other" } },
        { "hello", new() { Temperature = 0, StopSequences = ["."] } },
        { "hello", new() { Temperature = 0, Seed = 1 } },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Another_request_is_asked(string text, ChatOptions? options)
    {
        var chat = new ScriptedChat(ScriptedChat.Says("first"), ScriptedChat.Says("second"));
        using var catalog = FakeProvider.Catalog(chat, cache: 1 << 20);
        await catalog.Chat().GetResponseAsync("hello", Cold);

        (await catalog.Chat().GetResponseAsync(text, options)).Text.ShouldBe("second");
    }

    [Fact]
    public async Task A_warm_model_is_asked_again()
    {
        var chat = new ScriptedChat(ScriptedChat.Says("first"), ScriptedChat.Says("second"));
        using var catalog = FakeProvider.Catalog(chat, cache: 1 << 20);
        await catalog.Chat().GetResponseAsync("hello", new ChatOptions { Temperature = 0.7f });

        (await catalog.Chat().GetResponseAsync("hello", new ChatOptions { Temperature = 0.7f })).Text.ShouldBe("second");
    }

    [Fact]
    public async Task Cut_empty_and_filtered_replies_are_not_kept()
    {
        var chat = new ScriptedChat(
            ScriptedChat.Says("half", ChatFinishReason.Length),
            ScriptedChat.Says("  "),
            ScriptedChat.Says("no", ChatFinishReason.ContentFilter),
            ScriptedChat.Says("whole"));
        using var catalog = FakeProvider.Catalog(chat, cache: 1 << 20);

        var texts = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            texts.Add((await catalog.Chat().GetResponseAsync("hello", Cold)).Text);
        }

        texts.ShouldBe(["half", "  ", "no", "whole", "whole"]);
        chat.Calls.ShouldBe(4);
    }

    [Fact]
    public async Task Failures_and_cut_streams_are_not_kept()
    {
        var cut = new ChatResponse(new ChatMessage(ChatRole.Assistant, "half"))
        {
            AdditionalProperties = new() { ["cut"] = true },
            FinishReason = ChatFinishReason.Stop,
        };
        var chat = new ScriptedChat(ScriptedChat.Fails(ModelFailure.Rejected), _ => Task.FromResult(cut), ScriptedChat.Says("whole"));
        using var catalog = FakeProvider.Catalog(chat, cache: 1 << 20);
        await Should.ThrowAsync<ModelException>(catalog.Chat().GetResponseAsync("hello", Cold));
        await Should.ThrowAsync<ModelException>(catalog.Chat().GetStreamingResponseAsync("hello", Cold).ToChatResponseAsync());

        (await catalog.Chat().GetStreamingResponseAsync("hello", Cold).ToChatResponseAsync()).Text.ShouldBe("whole");
        (await catalog.Chat().GetResponseAsync("hello", Cold)).Text.ShouldBe("whole");
        chat.Calls.ShouldBe(3);
    }
}
