using Microsoft.Extensions.AI;
using Remanence.Chat;
using Remanence.Memories;
using Remanence.Models;
using Remanence.ScriptedModels;
using Remanence.Services;

namespace Remanence.OpenAI.Tests.Conversations;

public sealed class MemoryChatClientTests : IAsyncLifetime
{
    private static readonly Scope Ada = new("w", "ada");
    private ChatFixture _fixture = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _fixture = await ChatFixture.StartAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Memories_go_in_and_what_is_new_is_kept(bool streams)
    {
        await _fixture.RememberAsync("Ada lives in Lisbon.");
        _fixture.Endpoint.Chat.Respond(Reply.Text("In Lisbon."));
        using var client = _fixture.Client().AsMemoryChatClient(_fixture.Memory, Ada);
        ChatMessage[] messages =
        [
            new(ChatRole.System, "Be brief."), new(ChatRole.User, "Hello."), new(ChatRole.Assistant, "Hi."), new(ChatRole.User, "Where do I live?"),
        ];

        var response = streams
            ? await client.GetStreamingResponseAsync(messages, cancellationToken: Token).ToChatResponseAsync(Token)
            : await client.GetResponseAsync(messages, cancellationToken: Token);

        response.Text.ShouldBe("In Lisbon.");
        response.AdditionalProperties![MemoryChatClient.MemoriesProperty].ShouldBeAssignableTo<IReadOnlyList<RetrievedMemory>>()!.Count.ShouldBe(1);
        _fixture.Sent(0).Select(message => message.Role).ShouldBe(["system", "system", "user", "assistant", "user"]);
        _fixture.Sent(0)[1].Text.ShouldContain("Ada lives in Lisbon.");
        (await _fixture.SaidAsync()).ShouldBe(["user: Where do I live?", "assistant: In Lisbon."]);
    }

    [Fact]
    public async Task The_conversation_is_the_session_where_the_scope_names_none()
    {
        using var client = _fixture.Client().AsMemoryChatClient(_fixture.Memory, Ada);

        await client.GetResponseAsync("Hello.", new ChatOptions { ConversationId = "c1" }, Token);

        var memories = await _fixture.Memory.ListAsync(new() { Scope = Ada }, Token);
        memories.Items.Select(memory => memory.Scope.Session).ShouldBe(["c1", "c1"]);
    }

    [Fact]
    public async Task A_message_with_an_id_is_stored_once_also_when_the_model_failed()
    {
        _fixture.Endpoint.Chat.Enqueue(Reply.Status(500), Reply.Text("Noted."));
        using var client = _fixture.Client().AsMemoryChatClient(_fixture.Memory, Ada);
        var message = new ChatMessage(ChatRole.User, "My cat is called Miso.") { MessageId = "m1" };

        await Should.ThrowAsync<ModelException>(() => client.GetResponseAsync([message], cancellationToken: Token));
        await client.GetResponseAsync([message], cancellationToken: Token);

        (await _fixture.SaidAsync()).ShouldBe(["user: My cat is called Miso.", "assistant: Noted."]);
    }

    [Fact]
    public async Task Tool_calls_and_results_are_not_stored_the_question_once()
    {
        _fixture.Endpoint.Chat.Enqueue(Reply.ToolCall("1", "weather", "{}"), Reply.Text("Sunny."));
        using var client = _fixture.Client().AsMemoryChatClient(_fixture.Memory, Ada);
        List<ChatMessage> messages = [new(ChatRole.User, "How is the weather?")];
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(() => "sun", "weather")] };

        var call = await client.GetResponseAsync(messages, options, Token);
        messages.AddRange(call.Messages);
        messages.Add(new ChatMessage(ChatRole.Tool, [new FunctionResultContent("1", "sun")]));
        await client.GetResponseAsync(messages, options, Token);

        (await _fixture.SaidAsync()).ShouldBe(["user: How is the weather?", "assistant: Sunny."]);
    }

    [Fact]
    public async Task Nothing_is_stored_when_it_is_not_to_be_nor_half_an_answer()
    {
        _fixture.Endpoint.Chat.Enqueue(Reply.CutStream("I ", "think"));
        using var quiet = _fixture.Client().AsMemoryChatClient(_fixture.Memory, Ada, new ChatMemoryOptions { RememberResponse = false });
        using var client = _fixture.Client().AsMemoryChatClient(_fixture.Memory, Ada);

        await Should.ThrowAsync<ModelException>(() => client.GetStreamingResponseAsync("One.", cancellationToken: Token).ToChatResponseAsync(Token));
        await quiet.GetResponseAsync("Two.", cancellationToken: Token);

        (await _fixture.SaidAsync()).ShouldBe(["user: One."]);
    }
}
