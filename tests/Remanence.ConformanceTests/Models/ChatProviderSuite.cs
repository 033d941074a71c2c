using Microsoft.Extensions.AI;

namespace Remanence.ConformanceTests.Models;

/// <summary>A chat model is asked whole or streamed, by many at once.</summary>
/// <typeparam name="TFixture">The provider's fixture.</typeparam>
public abstract class ChatProviderSuite<TFixture> : ModelProviderSuite<TFixture>
    where TFixture : ModelProviderFixture, new()
{
    /// <summary>Both ways say the same.</summary>
    [Fact]
    public async Task A_stream_says_what_a_whole_answer_does()
    {
        await using var endpoint = await StartAsync();
        using var client = Provider.CreateChat(Profile(endpoint, ModelKind.Chat));
        var whole = await client.GetResponseAsync("good morning", null, Stop);
        whole.Text.ShouldContain("good morning");
        (await client.GetStreamingResponseAsync("good morning", null, Stop).ToChatResponseAsync(Stop)).Text.ShouldBe(whole.Text);
    }

    /// <summary>Each caller gets its own answer.</summary>
    [Fact]
    public async Task Many_ask_at_once()
    {
        await using var endpoint = await StartAsync();
        using var client = Provider.CreateChat(Profile(endpoint, ModelKind.Chat));
        await Parallel.ForAsync(0, 32, Stop, async (number, cancellationToken) =>
            (await client.GetResponseAsync($"number <{number}>", null, cancellationToken)).Text.ShouldContain($"<{number}>"));
    }

    /// <summary>A conversation is more than its last message.</summary>
    [Fact]
    public async Task A_conversation_with_a_system_message_is_taken()
    {
        await using var endpoint = await StartAsync();
        using var client = Provider.CreateChat(Profile(endpoint, ModelKind.Chat));
        ChatMessage[] messages =
        [
            new(ChatRole.System, "Be brief."), new(ChatRole.User, "hello"), new(ChatRole.Assistant, "hi"), new(ChatRole.User, "good evening"),
        ];
        (await client.GetResponseAsync(messages, null, Stop)).Text.ShouldContain("good evening");
    }
}
