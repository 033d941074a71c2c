using System.Text.Json;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;
using Remanence.Models;
using Remanence.Models.Prompts;
using Remanence.Models.Structured;

namespace Remanence.Tests.Models.Structured;

public sealed class StructuredOutputTests
{
    private const string Good = """{"text":"tea","confidence":0.5}""";
    private static readonly ChatMessage[] Request = [new(ChatRole.System, "You read."), new(ChatRole.User, "What does she drink?")];

    [Fact]
    public async Task An_endpoint_that_takes_schemas_is_given_one()
    {
        var chat = new ScriptedChat(ScriptedChat.Says(Good));
        var options = new ChatOptions { Temperature = 0 };

        (await GetAsync(chat, new() { Chat = options })).Text.ShouldBe("tea");

        var (messages, sent) = chat.Requests.ShouldHaveSingleItem();
        messages.Select(message => message.Text).ShouldBe(Request.Select(message => message.Text));
        sent!
            .ResponseFormat.ShouldBeOfType<ChatResponseFormatJson>()
            .Schema!.Value.GetProperty("properties")
            .GetProperty("confidence")
            .GetProperty("type")
            .GetString()
            .ShouldBe("number");
        sent.Temperature.ShouldBe(0);
        options.ResponseFormat.ShouldBeNull();
    }

    [Fact]
    public async Task An_endpoint_that_refuses_schemas_is_given_a_prompt_and_remembered()
    {
        var chat = new ScriptedChat(ScriptedChat.Fails(ModelFailure.Rejected), ScriptedChat.Says(Good));

        (await GetAsync(chat)).Text.ShouldBe("tea");
        (await GetAsync(chat)).Text.ShouldBe("tea");

        chat.Requests.Select(request => request.Options!.ResponseFormat is null).ShouldBe([false, true, true]);
        chat.Requests[1].Messages.Count.ShouldBe(2);
        chat.Requests[1].Messages[1].Text.ShouldStartWith("What does she drink?");
        chat.Requests[1].Messages[1].Text.ShouldContain("\"confidence\"");
    }

    [Fact]
    public async Task A_request_that_is_refused_either_way_says_nothing_of_schemas()
    {
        var chat = new ScriptedChat(ScriptedChat.Fails(ModelFailure.Rejected), ScriptedChat.Fails(ModelFailure.Rejected), ScriptedChat.Says(Good));

        (await Should.ThrowAsync<ModelException>(GetAsync(chat))).Failure.ShouldBe(ModelFailure.Rejected);
        await GetAsync(chat);

        chat.Requests[2].Options!.ResponseFormat.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_profile_can_say_that_its_endpoint_takes_no_schemas()
    {
        var chat = new ScriptedChat(ScriptedChat.Says(Good));
        var profile = FakeProvider.Profile() with
        {
            Parameters = new Dictionary<string, JsonElement> { ["structured_output"] = JsonElement.Parse("\"prompt\"") },
        };
        using var catalog = FakeProvider.Catalog(chat, profile);

        await GetAsync(catalog.Chat(), new() { Language = PromptLanguage.Chinese });

        chat.Requests[0].Options!.ResponseFormat.ShouldBeNull();
        chat.Requests[0].Messages[^1].Text.ShouldContain("只用一个");
    }

    [Fact]
    public async Task A_useless_answer_is_shown_to_the_model_with_its_error()
    {
        var chat = new ScriptedChat(ScriptedChat.Says("""{"text":"tea"}"""), ScriptedChat.Says(Good));

        (await GetAsync(chat)).Confidence.ShouldBe(0.5);

        var repair = chat.Requests[1].Messages;
        repair.Count.ShouldBe(4);
        repair[2].Role.ShouldBe(ChatRole.Assistant);
        repair[2].Text.ShouldBe("""{"text":"tea"}""");
        repair[3].Text.ShouldContain("confidence");
    }

    [Fact]
    public async Task The_callers_check_takes_part()
    {
        var chat = new ScriptedChat(ScriptedChat.Says("""{"text":"","confidence":0.5}"""), ScriptedChat.Says(Good));

        await GetAsync(chat, new() { Validate = finding => finding.Text.Length == 0 ? "text is empty." : null });

        chat.Requests[1].Messages[^1].Text.ShouldContain("text is empty.");
        chat.Requests[1].Options!.ResponseFormat.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 4)]
    public async Task Repairs_end_and_the_failure_holds_nothing_of_the_answer(int repairs, int calls)
    {
        var chat = new ScriptedChat(ScriptedChat.Says("I would rather sing."));

        var thrown = await Should.ThrowAsync<ModelException>(GetAsync(chat, new() { MaxRepairs = repairs }));

        thrown.Failure.ShouldBe(ModelFailure.BadReply);
        thrown.Message.ShouldNotContain("sing");
        chat.Calls.ShouldBe(calls);
    }

    [Fact]
    public async Task An_empty_answer_is_asked_for_again_and_then_a_failure()
    {
        var chat = new ScriptedChat(ScriptedChat.Says(" "), ScriptedChat.Says(Good));
        (await GetAsync(chat)).Text.ShouldBe("tea");
        chat.Requests[1].Messages.ShouldNotContain(message => message.Role == ChatRole.Assistant);

        var thrown = await Should.ThrowAsync<ModelException>(GetAsync(new ScriptedChat(ScriptedChat.Says(string.Empty))));
        thrown.Failure.ShouldBe(ModelFailure.BadReply);
        thrown.Message.ShouldContain("empty");
    }

    [Fact]
    public async Task A_cut_answer_is_a_failure_that_says_so_even_if_it_could_be_read()
    {
        var chat = new ScriptedChat(ScriptedChat.Says(Good, ChatFinishReason.Length));

        var thrown = await Should.ThrowAsync<ModelException>(GetAsync(chat));

        thrown.Failure.ShouldBe(ModelFailure.BadReply);
        thrown.Message.ShouldContain("cut at its length limit");
        chat.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_is_one()
    {
        (await Should.ThrowAsync<ModelException>(GetAsync(new ScriptedChat(ScriptedChat.Says("", ChatFinishReason.ContentFilter))))).Failure.ShouldBe(
            ModelFailure.Refused);
        var refusal = new ChatResponse(new ChatMessage(ChatRole.Assistant, [new ErrorContent("No.") { ErrorCode = "Refusal" }]))
        {
            FinishReason = ChatFinishReason.Stop,
        };
        (await Should.ThrowAsync<ModelException>(GetAsync(new ScriptedChat(_ => Task.FromResult(refusal))))).Failure.ShouldBe(ModelFailure.Refused);
    }

    [Fact]
    public async Task An_answer_among_the_reasoning_is_read()
    {
        var reply = new ChatResponse(new ChatMessage(ChatRole.Assistant, [new TextReasoningContent(Good)])) { FinishReason = ChatFinishReason.Stop };

        (await GetAsync(new ScriptedChat(_ => Task.FromResult(reply)))).Text.ShouldBe("tea");
    }

    [Fact]
    public async Task An_endpoint_that_ignores_the_schema_is_told_it_in_the_prompt_from_then_on()
    {
        var chat = new ScriptedChat(ScriptedChat.Says("She drinks tea."), ScriptedChat.Says(Good));
        await GetAsync(chat);

        await GetAsync(chat);

        chat.Requests[2].Messages[^1].Text.ShouldContain("\"confidence\"");
    }

    [Fact]
    public async Task A_useless_answer_does_not_stay_in_the_cache()
    {
        var chat = new ScriptedChat(ScriptedChat.Says("no"), ScriptedChat.Says("no"), ScriptedChat.Says(Good));
        var profile = FakeProvider.Profile() with
        {
            Parameters = new Dictionary<string, JsonElement> { ["structured_output"] = JsonElement.Parse("\"prompt\"") },
        };
        using var catalog = FakeProvider.Catalog(chat, profile, cache: 1 << 20);
        var options = new StructuredOutputOptions<Finding> { Chat = new ChatOptions { Seed = 1 } };
        await Should.ThrowAsync<ModelException>(GetAsync(catalog.Chat(), options));

        (await GetAsync(catalog.Chat(), options)).Text.ShouldBe("tea");
        (await GetAsync(catalog.Chat(), options)).Text.ShouldBe("tea");

        chat.Calls.ShouldBe(3);
    }

    [Fact]
    public void Any_answer_gives_a_value_or_a_model_exception() =>
        Prop.ForAll<string>(text =>
        {
            var call = GetAsync(new ScriptedChat(ScriptedChat.Says(text ?? string.Empty)));
            call.IsCompleted.ShouldBeTrue();
            (call.Exception?.InnerException is null or ModelException { Failure: ModelFailure.BadReply }).ShouldBeTrue();
        }).Hold();

    private static Task<Finding> GetAsync(IChatClient client, StructuredOutputOptions<Finding>? options = null) =>
        StructuredOutput.GetAsync(client, Request, FindingJson.Default.Finding, options);
}
